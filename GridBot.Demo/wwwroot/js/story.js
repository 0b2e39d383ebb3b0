import { levers } from "./api.js";
import { advance, become, call, choose, keyOf, now, openThe, pollAll, sameUser, world } from "./world.js";
import { pressButton, typeWords } from "./hands.js";
import { isTelling, stopTelling, telling } from "./telling.js";
import { secondsToNext } from "./clock.js";
import { complain } from "./toasts.js";
import { goto } from "./tabs.js";
import { clock, isNight, ms, span } from "./time.js";
import { levelKey, levelWord } from "./words.js";

/** The story with which the product began, played on the real thing: nothing here is prepared, only the hands are the page's. */
const WORDS = "转：10栋楼下工地半夜还在打桩，吵得睡不着";
const REPORTER = "zhou.guilan";
const LEADER = "liu.zhiyuan";
const PARTS = 10;

export async function playStory() {
  if (isTelling()) return stopTelling();
  if (![REPORTER, LEADER].every(user => world.people.has(user))) return complain(new Error("这个故事要用自带的演示镇来演"));
  goto("phone");
  try {
    await telling(PARTS, tellIt);
  } catch (error) {
    complain(error);
  }
}

async function tellIt(told) {
  const say = (part, words, length) => told.say(part, words, length);
  const group = world.town.chats[0].chatid;

  if (!isNight(now())) await advance(secondsUntil(23, 2));
  await become(REPORTER, group);
  await say(1, "夜里十一点多，工地还在打桩。居民打给11栋的楼栋长周阿姨。", 5200);
  await say(1, "她把居民的话转进网格群，只多写四个字的名字：@网格助手。", 0);
  await typeWords(`@${world.town.bot.name} ${WORDS}`, null, () => told.check());
  const number = await report(group);
  await say(2, `它马上登记成 #${number}，回一张带按钮的卡片，同时去请管这栋楼的人。`, 6000);

  let before = null;
  for (let step = 0; step < 6; step++) {
    const asked = asking(number);
    if (!asked || levelKey(asked.level) === before) break;
    before = levelKey(asked.level);
    const user = asked.people[0].userid;
    const who = names(asked);
    if (before === "subdistrict") {
      await become(user);
      await say(5, `${Math.round((now() - ms(issueOf(number).openedAt)) / 60_000)}分钟后，街道值班的${who}手机响了。卡片上写着之前请过谁。`, 6200);
      break;
    }
    await become(user, group);
    await say(3 + Math.min(step, 1), step === 0
      ? `${levelWord(asked.level)}${who}的手机响了。半夜，睡着了，没听见。`
      : `${levelWord(asked.level)}${who}的手机响了。也没有接。群里不说谁没接，不让人难堪。`, 5200);
    const left = secondsToNext();
    await say(3 + Math.min(step, 1), `${clock(asked.dueAt ?? now())} 到了还没人接，它自己去请上一级。不用谁去催。`, 2600);
    if (left === null) break;
    await advance(left);
  }

  const leader = issueOf(number) && asking(number)?.people[0]?.userid || LEADER;
  if (!sameUser(world.me, leader)) await become(leader, "app");
  openThe("app");
  // 38 seconds after the ring, as it was; where the clock runs by itself some of them have gone by.
  const rung = asking(number)?.summonedAt;
  const left = rung ? 34 - Math.round((now() - ms(rung)) / 1000) : 0;
  if (left > 0) await advance(left);
  await say(6, `${call(leader)}点一下“我来处理”。`, 2600);
  await press(leader, "ack", number);
  await say(6, "所有响铃马上停，别人手里的卡片变灰。接手用了多少秒，记在右边。", 6000);

  await become(REPORTER, group);
  await say(7, "群里只多一句话：有人接手了。没有再@任何人。", 5200);

  await advance(17 * 60);
  await become(leader, "app");
  await say(8, "工地停工了，他点“办好了”。", 2600);
  await finish(leader, number);
  await say(8, "办结也只说一句，能直接转给居民看。", 4600);

  if (await waitForCard(REPORTER, "solved", number)) {
    await become(REPORTER, "app");
    await say(9, "还没完：它回头问周阿姨，居民那边好了吗？", 4200);
    await press(REPORTER, "solved", number);
  }
  const issue = issueOf(number);
  const taken = issue?.responses.find(r => String(r.outcome).startsWith("answered"));
  await say(10, `从头到尾，没有一步靠人记着。${taken ? `${call(taken.userid)}${span(taken.ms)}回应，` : ""}每一步都有时间。轮到您了：随便说一件事试试。`, 9000);

  async function report(chat) {
    const { answer } = await levers.say(REPORTER, chat, `@${world.town.bot.name} ${WORDS}`);
    await pollAll();
    const told = /#(\d+)/.exec(`${answer?.card?.title ?? ""} ${answer?.card?.text ?? ""} ${answer?.text ?? ""}`);
    const number = told ? Number(told[1]) : world.issues[0]?.number;
    if (number === undefined) throw new Error("没有登记上，请看右下角的记录");
    choose(number);
    return number;
  }
}

const issueOf = number => world.issues.find(i => i.number === number);
const asking = number => issueOf(number)?.ladder.find(l => l.state === "asking" && l.people.length > 0);
const names = step => step.people.slice(0, 2).map(p => call(p.userid)).join("、");

function secondsUntil(hour, minute) {
  const day = 86_400_000;
  const local = (now() + 8 * 3_600_000) % day;
  const aim = (hour * 60 + minute) * 60_000;
  return Math.ceil(((aim - local + day) % day) / 1000);
}

/** The newest card on this phone that has such a button, in the open chat before the others. */
function cardWith(user, verb, number) {
  if (!sameUser(world.me, user)) return null;
  for (const chat of [...world.phone.chats].sort((a, b) => (keyOf(b) === world.open) - (keyOf(a) === world.open))) {
    for (const message of [...chat.messages].reverse()) {
      const button = message.card?.buttons.find(b => b.key === `${verb}:${number}` || b.key.startsWith(`${verb}:${number}:`));
      if (button) return { chat, card: message.card, button };
    }
  }
  return null;
}

async function press(user, verb, number) {
  const found = cardWith(user, verb, number);
  if (!found) throw new Error("故事里要点的按钮不见了，可能有人先点了");
  await pressButton(found.button.key);
  await levers.tap(user, found.card.task_id, found.button.key);
  await pollAll();
}

async function finish(user, number) {
  const found = cardWith(user, "resolve", number);
  if (found) await press(user, "resolve", number);
  else {
    await levers.say(user, null, `${number}已办结 工地已停工`);
    await pollAll();
  }
}

/** The question may wait until morning; the clock is moved on to it, step by step. */
async function waitForCard(user, verb, number) {
  for (let step = 0; step < 4; step++) {
    const asked = world.log.findLast(e => e.to?.some(to => sameUser(to, user)) && e.card?.buttons.some(b => b.key.startsWith(`${verb}:${number}`)));
    if (asked) return true;
    const left = secondsToNext();
    if (left === null || left > 86_400) return false;
    await advance(left);
  }
  return false;
}
