import { h, icon, reconcile } from "./dom.js";
import { keyOf, now, openThe, unread, world } from "./world.js";
import { botFace, groupFace } from "./faces.js";
import { stamp } from "./time.js";

/** WeCom's first page: every chat with its last words. */
export function chatListView() {
  const rows = h("div", { class: "chat-rows" });
  const element = h("div", { class: "chat-list" },
    h("div", { class: "screen-head" }, h("span", { class: "screen-title" }, "消息")), rows);
  return { element, update: () => drawRows(rows) };
}

function drawRows(rows) {
  const items = world.phone.chats.map(chat => {
    const fresh = unread(chat);
    const last = chat.messages.at(-1);
    return {
      key: keyOf(chat), kind: chat.kind, name: chat.name, count: fresh.length, rings: fresh.some(m => m.rings),
      words: last ? preview(chat, last) : hintFor(chat), at: last?.at, time: last ? stamp(last.at, now()) : "",
    };
  });
  // The chats in use first, as on a real phone; the empty ones keep their order.
  items.sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
  reconcile(rows, items, i => i.key, drawRow);
}

const hintFor = chat => chat.kind === "group" ? "还没有人说话" : "点开试试，不用写 @";

function preview(chat, message) {
  const words = message.card ? `[卡片] ${message.card.title}` : message.image ? "[图片]" : message.text.replaceAll("\n", " ");
  return chat.kind === "group" && !message.mine ? `${message.fromName}：${words}` : words;
}

const PRIVATE = { bot: "机器人私聊", app: "应用" };

function drawRow(item) {
  return h("button", {
    type: "button", class: "chat-row", "data-focus": item.key, "data-chat": item.key,
    "aria-label": `${item.name}${PRIVATE[item.kind] ? `（${PRIVATE[item.kind]}）` : ""}，${item.count ? `${item.count} 条未读` : "没有未读"}${item.rings ? "，在响铃" : ""}`,
    onclick: () => openThe(item.key),
  },
  h("span", { class: "chat-face" }, item.kind === "group" ? groupFace() : botFace(item.kind),
    item.count > 0 && h("span", { class: "badge" }, item.count > 99 ? "99+" : String(item.count))),
  h("span", { class: "chat-main" },
    h("span", { class: "chat-name" }, h("b", {}, item.name), PRIVATE[item.kind] && h("small", { class: "kind" }, PRIVATE[item.kind]), h("time", {}, item.time)),
    h("span", { class: "chat-last" },
      item.rings && h("span", { class: "ringing" }, icon("bell"), item.kind === "group" ? "有人@我" : "请您看"),
      h("span", { class: "words" }, item.words))));
}
