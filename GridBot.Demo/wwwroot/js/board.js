import { $, h, icon, keepFocus, reconcile } from "./dom.js";
import { become, call, choose, chosenIssue, now, on, sameUser, tell, world } from "./world.js";
import { levelKey, levelWord, outcomeOf, stageLook, URGENCY } from "./words.js";
import { complain } from "./toasts.js";
import { clock, countdown, moment, ms, span } from "./time.js";

/** The matter: the chosen issue with its ladder, clocks and history, and the list of all. */
let drawn = "";

export function startBoard() {
  on("board", () => { drawList(); drawMatter(); });
}

/** Where the resident's place is, without what everybody knows. */
const shortPlace = place => String(place ?? "").split("/").slice(-2).join(" ");
const isWaiting = issue => stageLook(issue.stage).look === "waiting";

function drawList() {
  $("list-count").textContent = world.issues.length ? String(world.issues.length) : "";
  const items = world.issues.map(({ number, title, place, stage, stageWords, urgency, nextDueAt, owner }) =>
    ({ number, title, place, stage, stageWords, urgency, nextDueAt, owner, chosen: number === world.chosen }));
  if (items.length === 0) $("issues").replaceChildren(h("p", { class: "nothing", "data-key": "nothing" }, "还没有事情。"));
  else reconcile($("issues"), items, i => i.number, drawRow);
}

function drawRow(issue) {
  return h("button", {
    type: "button", class: "issue-row", "aria-current": issue.chosen ? "true" : null, "data-focus": "row", "data-number": issue.number, onclick: () => choose(issue.number),
  },
  h("span", { class: "issue-what" }, h("b", {}, `#${issue.number}`), urgencyMark(issue), h("span", { class: "issue-title" }, issue.title)),
  h("span", { class: "issue-where" }, shortPlace(issue.place)),
  h("span", { class: "issue-stand" }, stageMark(issue), issue.nextDueAt && isWaiting(issue) && h("span", { class: "left", "data-until": issue.nextDueAt, title: "离下一步还有" })));
}

const urgencyMark = issue => URGENCY[issue.urgency] && h("span", { class: `urgency ${issue.urgency}` }, icon("flame"), URGENCY[issue.urgency]);

const stageMark = issue => {
  const { look, icon: sign, words } = stageLook(issue.stage);
  return h("span", { class: `stage-mark ${look}`, title: issue.stageWords }, icon(sign), look === "taken" && issue.owner ? `${call(issue.owner)}在办` : words);
};

function drawMatter() {
  const issue = chosenIssue();
  const look = JSON.stringify(issue ?? null);
  if (look === drawn && $("matter").children.length > 0) return;
  drawn = look;
  const scrolled = $("matter").querySelector(".scroll")?.scrollTop ?? 0;
  const sameIssue = $("matter").dataset.number === String(issue?.number);
  keepFocus($("matter"), () => $("matter").replaceChildren(...(issue ? matter(issue) : welcome())));
  $("matter").dataset.number = issue?.number ?? "";
  if (sameIssue && $("matter").querySelector(".scroll")) $("matter").querySelector(".scroll").scrollTop = scrolled;
  tick();
}

function welcome() {
  const step = (number, title, words) => h("li", {}, h("span", { class: "step-number", "aria-hidden": "true" }, number), h("span", {}, h("b", {}, title), h("span", {}, words)));
  return [h("div", { class: "welcome" },
    h("h2", {}, "两分钟看懂网格助手"),
    h("p", {}, "居民的事转进群里，没人应怎么办？它登记、响铃，没人接就一级一级往上请，一直跟到办完。"),
    h("ol", {},
      step("1", "说一件事", "在手机里点“10栋电梯坏了”，发送。"),
      step("2", "看谁的手机响", "点“换成TA”，用一个按钮接手；或者谁都不接。"),
      step("3", "快进", "点“到下一步”，看它去请下一级。")),
    h("div", { class: "welcome-plays" },
      h("button", { type: "button", class: "play big", onclick: () => tell("play-day") }, icon("moon"), "放一天（约两分钟）"),
      h("button", { type: "button", class: "toggle big", onclick: () => tell("play-story") }, icon("play"), "只看一件事")))];
}

function matter(issue) {
  return [
    h("header", { class: "matter-head" },
      h("div", { class: "matter-line" }, h("b", { class: "number" }, `#${issue.number}`), urgencyMark(issue), h("h2", {}, issue.title), stageMark(issue)),
      h("p", { class: "matter-where" }, [shortPlace(issue.place), issue.reporter && `${call(issue.reporter)} ${moment(issue.openedAt, now())} 报来`].filter(Boolean).join(" · "))),
    headline(issue),
    ladder(issue),
    h("div", { class: "scroll" }, responses(issue), history(issue)),
  ];
}

/** One sentence: who has it now, and until when. */
function headline(issue) {
  const asking = issue.ladder.filter(l => l.state === "asking");
  const people = asking.flatMap(l => l.people);
  const { look } = stageLook(issue.stage);
  if (look === "waiting") {
    const who = people.length > 0 ? names(people) : levelWord(issue.level);
    return h("div", { class: "headline waiting" }, icon("bell"),
      h("p", {}, h("b", {}, `正在请${who}`), issue.nextDueAt && h("span", {}, `${moment(issue.nextDueAt, now())} 前没人接，`, issue.nextLevel ? `就请${levelWord(issue.nextLevel)}` : "再请一遍")),
      issue.nextDueAt && h("span", { class: "big-left", "data-until": issue.nextDueAt, role: "timer", "aria-label": "离下一步还有" }));
  }
  if (look === "taken") {
    return h("div", { class: "headline taken" }, icon("hand"),
      h("p", {}, h("b", {}, `${nameOf(issue.owner, issue.ownerName)}在办`), h("span", {}, issue.resolveBy ? `${moment(issue.resolveBy, now())} 前要办结` : "不再提醒其他人")),
      issue.resolveBy && h("span", { class: "big-left", "data-until": issue.resolveBy, role: "timer", "aria-label": "离办结时限还有" }));
  }
  if (look === "done") return h("div", { class: "headline done" }, icon("check"), h("p", {}, h("b", {}, "办好了"), h("span", {}, "问过反映人才算完")));
  return h("div", { class: "headline over" }, icon(stageLook(issue.stage).icon), h("p", {}, h("b", {}, issue.stageWords.replace(/^.*?：/, ""))));
}

const nameOf = (user, name) => user ? call(user) : name ?? "";
const names = people => people.length > 3 ? `${people.slice(0, 2).map(p => call(p.userid)).join("、")}等${people.length}人` : people.map(p => nameOf(p.userid, p.name)).join("、");

const RUNG = {
  skipped: ["不用请", "skip"], asked: ["请过了", "bell"], asking: ["正在响", "bell"], next: ["下一个", "clock"], later: ["再往上", "up"], took: ["接手了", "check"],
};

/** The ladder as a staircase: each level stands a little higher than the one that was asked before. */
function ladder(issue) {
  // Once it is over nobody owns it any more, but the ladder still shows who took it.
  const owner = issue.owner ?? issue.responses.findLast?.(r => String(r.outcome).startsWith("answered"))?.userid;
  const open = isWaiting(issue);
  return h("ol", { class: "ladder", "aria-label": "一级一级请谁" }, issue.ladder.map((step, at) => {
    const took = owner && step.people.some(p => sameUser(p.userid, owner));
    const state = took ? "took" : !open && (step.state === "next" || step.state === "later") ? "unneeded" : step.state;
    const [words, sign] = state === "unneeded" ? ["没惊动", "check"] : RUNG[state] ?? [state, "clock"];
    const response = issue.responses.findLast?.(r => levelKey(r.level) === levelKey(step.level) && r.outcome !== "open" && (!took || sameUser(r.userid, owner)));
    return h("li", { class: `rung ${state}`, style: { "--rise": at }, "aria-current": state === "asking" ? "step" : null },
      h("div", { class: "rung-top" }, h("span", { class: "rung-level" }, levelWord(step.level)), h("span", { class: "rung-state" }, icon(sign), words)),
      h("div", { class: "rung-people" }, step.people.length === 0 ? h("span", { class: "none" }, "没有人") : step.people.slice(0, 2).map(p => h("button", {
        type: "button", class: "link", "data-focus": `p-${step.level}-${p.userid}`, title: `看${nameOf(p.userid, p.name)}的手机`, onclick: () => become(p.userid).catch(complain),
      }, nameOf(p.userid, p.name))), step.people.length > 2 && h("span", { class: "none" }, `等${step.people.length}人`)),
      h("div", { class: "rung-time" },
        state === "asking" && step.dueAt ? [h("span", { class: "bar-left", "data-from": step.summonedAt, "data-to": step.dueAt }, h("i")), h("span", { "data-until": step.dueAt }), h("span", {}, issue.nextLevel ? " 后请下一级" : " 后再请一遍")]
        : took ? `${response?.ms != null ? `${span(response.ms)}回应` : "在办"}`
        : state === "next" && (step.summonedAt ?? issue.nextDueAt) ? `${clock(step.summonedAt ?? issue.nextDueAt)} 起`
        : step.summonedAt && state === "asked" ? `${clock(step.summonedAt)} 响过` : ""));
  }));
}

/** How long each of those who were rung took. */
function responses(issue) {
  if (issue.responses.length === 0) return null;
  const longest = Math.max(1000, ...issue.responses.map(r => lasted(issue, r) ?? now() - ms(r.summonedAt)));
  return h("section", { class: "responses", "aria-label": "各级用了多久" }, h("h3", {}, "响铃到回应"),
    h("ul", {}, inOrder(issue).map(r => {
      const [words, sign] = outcomeOf(r.outcome);
      const kind = String(r.outcome).toLowerCase();
      const taken = lasted(issue, r);
      return h("li", { class: `response ${kind}` },
        h("span", { class: "response-who" }, h("small", {}, levelWord(r.level)), nameOf(r.userid, r.name) || "没有人"),
        h("span", { class: "response-bar" }, h("i", { style: { width: `${Math.max(2, 100 * (taken ?? 0) / longest)}%` }, ...(kind === "open" && { "data-grow": r.summonedAt, "data-longest": longest }) })),
        h("span", { class: "response-ms" }, kind === "open" ? h("span", { "data-since": r.summonedAt }) : taken ? span(taken) : ""),
        h("span", { class: "response-outcome" }, icon(sign), words));
    })));
}

/** As they were rung; those of one moment from the building up. */
function inOrder(issue) {
  const level = r => issue.ladder.findIndex(l => levelKey(l.level) === levelKey(r.level));
  return issue.responses.filter(r => r.outcome !== "skipped" || r.userid)
    .sort((a, b) => ms(a.summonedAt) - ms(b.summonedAt) || level(a) - level(b));
}

/** How long one ring lasted. Whoever did not answer was waited for until the next one was asked; null while it rings. */
function lasted(issue, response) {
  if (response.ms != null) return response.ms;
  if (String(response.outcome).toLowerCase() === "open") return null;
  const later = issue.responses.map(r => ms(r.summonedAt) - ms(response.summonedAt)).filter(gap => gap > 0);
  return later.length > 0 ? Math.min(...later) : 0;
}

/** "请人看" says whom, if it is known who was rung at that moment. */
function wordsFor(issue, event) {
  const rung = event.kind === "rung" ? issue.responses.filter(r => r.userid && r.outcome !== "skipped" && r.summonedAt === event.at) : [];
  const oneLevel = new Set(rung.map(r => r.level)).size === 1;
  return rung.length > 0 ? `请${oneLevel ? levelWord(rung[0].level) : ""}${names([...new Map(rung.map(r => [r.userid, r])).values()])}看` : event.words;
}

function history(issue) {
  return h("section", { class: "history" }, h("h3", {}, "经过"), h("ol", {}, [...issue.history].reverse().filter(e => e.words).map(e =>
    h("li", { "data-kind": e.kind }, h("time", {}, clock(e.at, true)), h("span", { class: "dot", "aria-hidden": "true" }), h("p", {}, wordsFor(issue, e), e.actorName && h("span", { class: "actor" }, e.actorName))))));
}

/** Only the running figures change between two polls. */
export function tick() {
  const at = now();
  for (const e of document.querySelectorAll("[data-until]")) {
    const left = ms(e.dataset.until) - at;
    const words = left > 0 ? countdown(left) : "到点了";
    if (e.textContent !== words) e.textContent = words;
    e.classList.toggle("soon", left < 60_000);
  }
  for (const e of document.querySelectorAll("[data-since]")) {
    const words = `已等 ${countdown(at - ms(e.dataset.since))}`;
    if (e.textContent !== words) e.textContent = words;
  }
  for (const e of document.querySelectorAll("[data-to]")) {
    const [from, to] = [ms(e.dataset.from ?? e.dataset.to), ms(e.dataset.to)];
    e.firstElementChild.style.setProperty("width", `${Math.max(0, Math.min(100, 100 * (to - at) / Math.max(1, to - from)))}%`);
  }
  for (const e of document.querySelectorAll("[data-grow]")) {
    e.style.setProperty("width", `${Math.min(100, 100 * (at - ms(e.dataset.grow)) / Math.max(Number(e.dataset.longest), at - ms(e.dataset.grow)))}%`);
  }
}

