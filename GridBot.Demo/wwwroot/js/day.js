import { $, h, icon } from "./dom.js";
import { levers } from "./api.js";
import { become, enterTown, keyOf, on, openChat, openThe, pollAll, sameUser, world } from "./world.js";
import { pressButton, typeWords } from "./hands.js";
import { complain, toast } from "./toasts.js";
import { isTelling, stopTelling, telling } from "./telling.js";
import { goto } from "./tabs.js";

/**
 * A day and a night, the same that the tests play: in a fresh town of its own, so that the reader's own stays as it was.
 * The service does what the script says and compares every message with it; the page only shows where to look.
 */
const LAST = "一天一夜演完了。";

async function playDay() {
  if (isTelling()) return stopTelling();
  try {
    toast("正在搭一个新的镇，马上开演", { sign: "clock", stay: 3000 });
    const { scenes } = await levers.day();
    const { at } = await levers.raiseDay();
    await enterTown(at);
    goto("phone");
    await telling(Math.max(...scenes.map(s => s.step)), told => showAll(told, scenes));
  } catch (error) {
    complain(error);
  }
}

async function leaveDay() {
  stopTelling();
  try {
    await enterTown("");
  } catch (error) {
    complain(error);
  }
}

async function showAll(told, scenes) {
  let surprises = 0;
  for (const scene of scenes) {
    await lookAt(scene);
    told.show(scene.step, scene.caption);
    for (const act of scene.acts) await moveHands(act, told);
    const { missing, unexpected } = await levers.nextScene();
    surprises += missing.length + unexpected.length;
    await pollAll();
    await told.wait(timeToRead(scene.caption));
  }
  const words = surprises === 0
    ? `${LAST}网格助手说的每一句都和剧本一样。这个镇留着，您可以接着玩。`
    : `${LAST}有 ${surprises} 处和剧本不一样；您中途动过手的话，这是正常的。`;
  await told.say(scenes.at(-1).step, words, 15_000);
}

/** A reader takes in some sixteen signs a second at a glance, and looks for a moment at what has changed. */
const timeToRead = words => 900 + 60 * words.length;

async function lookAt({ phone, in: chat }) {
  const key = keyOfChat(chat);
  if (!sameUser(world.me ?? "", phone)) await become(phone, key);
  else if (!openChat() || keyOf(openChat()) !== key) openThe(key);
}

const keyOfChat = name => ({ 应用: "app", 机器人: "bot", 群: world.town.chats[0].chatid })[name]
  ?? world.town.chats.find(c => c.name === name)?.chatid;

/** What the owner of the phone in view does is seen before it happens. */
async function moveHands(act, told) {
  if (!act.by || !sameUser(act.by, world.me)) return;
  if (act.tap) await pressButton(act.tap);
  else if (act.say) await typeWords(act.say, act.quote, () => told.check());
}

/** Above the phone: which town this is, and the way back. */
export function startDay() {
  on("play-day", playDay);
  on("town", () => {
    const inDay = levers.isInDay();
    document.body.toggleAttribute("data-day", inDay);
    $("day-note").replaceChildren(...(inDay
      ? [icon("moon"), h("span", {}, "这是放一天的镇，随便玩"), h("button", { type: "button", onclick: leaveDay }, "回到原来的镇")]
      : []));
  });
}
