import { $, h, icon, reconcile } from "./dom.js";
import { become, call, on, rungBy, world } from "./world.js";
import { CHANNELS } from "./words.js";
import { complain } from "./toasts.js";
import { clock } from "./time.js";

/** What WeCom's side received, newest first: who was rung, in which group, with which words. */
export function startLog() {
  on("log", () => reconcile($("log"), [...world.log].reverse().slice(0, 80), e => e.seq, draw, e => e.seq));
}

function draw(entry) {
  const { icon: sign, words } = CHANNELS[entry.channel] ?? { icon: "card", words: entry.channel };
  const rung = rungBy(entry);
  const where = entry.chat ? world.chats.get(entry.chat)?.name ?? "私聊" : entry.to?.length ? entry.to.slice(0, 3).map(call).join("、") : "私信";
  const said = (entry.card ? `${entry.card.title} ${entry.card.text}` : entry.text).replaceAll("\n", " ");
  return h("li", { class: rung.length > 0 ? "log-rings" : "", title: said },
    h("time", {}, clock(entry.at, true)),
    h("span", { class: "log-sign" }, icon(rung.length > 0 ? "bell" : sign)),
    h("div", {},
      h("p", { class: "log-head" }, h("span", {}, `${words} · ${where}`),
        rung.slice(0, 3).map(user => user === "@all" ? h("b", {}, "@所有人") : h("button", { type: "button", class: "link", onclick: () => become(user).catch(complain) }, `${call(user)}响铃`)),
        rung.length > 3 && h("b", {}, `等${rung.length}人`)),
      h("p", { class: "log-words" }, said)));
}
