import { h, icon, reconcile } from "./dom.js";
import { levers } from "./api.js";
import { call, keyOf, markRead, now, openThe, person, pollAll, pollPhone, sameUser, tell, unread, world } from "./world.js";
import { botFace, face } from "./faces.js";
import { complain } from "./toasts.js";
import { cardWords, drawCard } from "./card.js";
import { ms, stamp } from "./time.js";

const QUICK_GROUP = ["10栋电梯坏了", "1收到", "#1", "未办结", "12栋3楼冒浓烟"];
const QUICK_PRIVATE = ["我的待办", "未办结", "今天", "10栋电梯坏了", "帮助"];
const drafts = new Map();

/** One chat: its messages, and the line to write into. */
export function chatView(chat) {
  const draftKey = `${world.me}|${keyOf(chat)}`;
  const messages = h("ol", { class: "messages", tabindex: "0", "aria-label": `${chat.name}的消息` });
  const others = h("span", { class: "back-count" });
  const compose = composer(chat, draftKey);
  let drawnOnce = false;

  const element = h("div", { class: "chat" },
    h("div", { class: "screen-head" },
      h("button", { type: "button", class: "back", "data-focus": "back", "aria-label": "返回消息列表", onclick: () => openThe(null) }, icon("back"), others),
      h("span", { class: "screen-title" }, chat.name, chat.kind === "group" && h("small", {}, `（${chat.members.length}）`)),
      h("span", { class: "head-end" }, chat.kind === "bot" ? "机器人" : chat.kind === "app" ? "应用" : "")),
    messages, compose.element);

  function update() {
    const atEnd = !drawnOnce || messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80;
    const items = linesOf(chat);
    reconcile(messages, items, i => i.key, (item, old) => {
      const line = drawLine(item, chat, compose.quote);
      if (drawnOnce && item.message) line.classList.add(old ? "changed" : "arrives");
      return line;
    });
    messages.classList.toggle("empty", items.length === 0);
    const waiting = world.phone.chats.filter(c => c !== chat).reduce((sum, c) => sum + unread(c).length, 0);
    others.textContent = waiting ? String(Math.min(waiting, 99)) : "";
    others.parentElement.setAttribute("aria-label", waiting ? `返回消息列表，别处有 ${waiting} 条未读` : "返回消息列表");
    if (atEnd) messages.scrollTop = messages.scrollHeight;
    drawnOnce = true;
    if (document.body.dataset.tab === "phone" || matchMedia("(min-width: 901px)").matches) markRead();
  }

  return { element, update, compose };
}

function linesOf(chat) {
  const lines = [];
  let before = 0;
  if (chat.messages.length === 0) {
    return [{ key: "empty", empty: chat.kind }];
  }
  for (const message of chat.messages) {
    const at = ms(message.at);
    if (at - before > 5 * 60_000) lines.push({ key: `t${message.seq}`, time: stamp(at, now()) });
    before = at;
    lines.push({ key: message.seq, message });
    if (chat.kind === "group" && message.mine && !message.text.includes(`@${world.town.bot.name}`)) {
      lines.push({ key: `n${message.seq}`, note: `这句没有写 @${world.town.bot.name}，它听不见` });
    }
  }
  return lines;
}

function drawLine(item, chat, quote) {
  if (item.time) return h("li", { class: "line-time" }, item.time);
  if (item.note) return h("li", { class: "line-note" }, item.note);
  if (item.empty) return drawEmpty(chat);
  const m = item.message;
  const fromBot = ["bot", "push", "app"].includes(m.from);
  const line = h("li", { class: `line ${m.mine ? "mine" : "theirs"}${m.mentioned ? " at-me" : ""}`, "data-seq": m.seq, "data-from": m.from },
    fromBot ? botFace(m.from) : face(m.from),
    h("div", { class: "said" },
      !m.mine && h("div", { class: "who" }, fromBot ? whoBot(m) : `${call(m.from)}`,
        fromBot && h("small", { class: "kind" }, m.from === "app" ? "应用" : "机器人"),
        m.mentioned && h("span", { class: "ringing" }, icon("bell"), "@了我")),
      h("div", { class: "bubble-row" },
        m.card ? drawCard(m.card) : drawBubble(m),
        h("button", { type: "button", class: "quote-it", "data-focus": `quote${m.seq}`, "aria-label": "引用这条", title: "引用", onclick: () => quote(m) }, icon("quote")))));
  onLongPress(line.querySelector(".bubble, .card"), () => quote(m));
  return line;
}

const whoBot = m => m.from === "push" && m.fromName === world.town.bot.name ? "网格铃" : m.fromName;

function drawBubble(m) {
  return h("div", { class: "bubble" },
    m.quote && h("blockquote", {}, m.quote.kind === "image" ? "[图片]" : m.quote.text),
    m.image && (m.image.startsWith("data:image/")
      ? h("img", { src: m.image, alt: "发来的图片" })
      : h("span", { class: "picture", role: "img", "aria-label": "图片" }, icon("image"))),
    m.text && h("p", {}, marked(m.text)),
    m.mentions.length > 0 && h("p", { class: "mentions" }, m.mentions.map(u => h("span", { class: sameUser(u, world.me) ? "me" : "" },
      u === "@all" ? "@所有人" : `@${person(u).name}`))));
}

/** @names and 【#128】 stand out, as on a real phone. */
function marked(text) {
  return text.split(/(【[^】]*】|@[^\s@，。：]+)/).map(part =>
    part.startsWith("【") ? h("b", { class: "tag" }, part) : part.startsWith("@") ? h("span", { class: "at" }, part) : part);
}

function drawEmpty(chat) {
  return h("li", { class: "line-empty" }, chat.kind === "group"
    ? [h("b", {}, "这里是网格群"), h("span", {}, `有居民找您？把话转进来，写上 `, h("span", { class: "at" }, `@${world.town.bot.name}`), " 就行。点下面一句试试。"),
      h("span", { class: "empty-plays" },
        h("button", { type: "button", class: "play", onclick: () => tell("play-day") }, icon("moon"), "放一天"),
        h("button", { type: "button", class: "toggle", onclick: () => tell("play-story") }, icon("play"), "演示故事"))]
    : [h("b", {}, chat.kind === "bot" ? "和机器人单独说" : "应用给您一个人的消息"), h("span", {}, chat.kind === "bot" ? `这里不用写 @。报事、查进度、办结都行。` : "轮到您时，卡片会送到这里，手机会响。")]);
}

function onLongPress(element, act) {
  let timer;
  element.addEventListener("pointerdown", event => {
    if (event.pointerType === "mouse" || event.target.closest("button, a")) return;
    timer = setTimeout(act, 500);
  });
  for (const end of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) element.addEventListener(end, () => clearTimeout(timer));
}

function composer(chat, draftKey) {
  const at = `@${world.town.bot.name} `;
  const draft = drafts.get(draftKey) ?? { text: "", quote: null };
  drafts.set(draftKey, draft);
  const quoted = h("div", { class: "quoting", hidden: true });
  const input = h("textarea", {
    rows: 1, class: "input", "data-focus": "input", "aria-label": `在${chat.name}里说`, enterkeyhint: "send", value: draft.text,
    placeholder: chat.kind === "group" ? "说一句，Enter 发送" : "直接说，不用写 @",
    oninput: () => { draft.text = input.value; fit(); },
    onkeydown: event => {
      // Enter that picks a word of the input method must not send.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      void send();
    },
  });
  const sendButton = h("button", { type: "button", class: "send", "data-focus": "send", onclick: () => send() }, "发送");
  const quick = h("div", { class: "quick", role: "group", "aria-label": "常用的话" },
    (chat.kind === "group" ? QUICK_GROUP : QUICK_PRIVATE).map(words => h("button", { type: "button", class: "chip", onclick: () => fill(chat.kind === "group" ? at + words : words) }, words)));
  const element = h("form", { class: "compose", "aria-label": "写消息", onsubmit: event => { event.preventDefault(); void send(); } },
    quick, quoted,
    h("div", { class: "write" },
      chat.kind === "group" && h("button", { type: "button", class: "at-button", title: "写上它的名字，它才听得见", onclick: mention }, at.trim()),
      input,
      h("button", { type: "button", class: "picture-button", "aria-label": "发一张照片", title: "发一张照片", onclick: () => post({ image: "picture" }) }, icon("image")),
      sendButton));

  function fit() {
    input.style.setProperty("height", "auto");
    input.style.setProperty("height", `${Math.min(input.scrollHeight, 104)}px`);
    sendButton.classList.toggle("ready", input.value.trim() !== "" || draft.quote != null);
  }

  function fill(text) {
    input.value = draft.text = text;
    fit();
    input.focus({ preventScroll: true });
  }

  function mention() {
    if (!input.value.includes(at.trim())) fill(at + input.value);
    else input.focus();
  }

  function quote(message) {
    draft.quote = message;
    showQuote();
    if (chat.kind === "group" && !input.value.includes(at.trim())) fill(at + input.value);
    else input.focus({ preventScroll: true });
  }

  function showQuote() {
    quoted.hidden = !draft.quote;
    quoted.replaceChildren(...(draft.quote ? [
      h("span", {}, icon("quote"), quoteWords(draft.quote)),
      h("button", { type: "button", "aria-label": "不引用了", onclick: () => { draft.quote = null; showQuote(); fit(); } }, icon("cross")),
    ] : []));
    fit();
  }

  async function send() {
    const text = input.value.trim();
    if (!text && !draft.quote) return;
    const quoteNow = draft.quote;
    fill("");
    draft.quote = null;
    showQuote();
    await post({ text, quote: quoteNow && quoteOf(quoteNow) }, () => {
      draft.quote = quoteNow;
      showQuote();
      fill(text);
    });
  }

  async function post({ text = "", quote, image }, restore) {
    const me = world.me;
    element.setAttribute("aria-busy", "true");
    try {
      const said = levers.say(me, chat.kind === "group" ? chat.chat : chat.kind === "bot" ? "bot" : null, text, {
        ...(quote && { quote }), ...(image && { image }),
      });
      setTimeout(() => pollPhone().catch(() => {}), 60);
      await said;
      await pollAll();
    } catch (error) {
      complain(error);
      if (me === world.me) restore?.();
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  queueMicrotask(() => { showQuote(); fit(); });
  const type = text => { input.value = draft.text = text; fit(); };
  const clear = () => { draft.quote = null; showQuote(); type(""); };
  return { element, quote, type, clear };
}

const quoteWords = m => m.image ? "[图片]" : m.card ? cardWords(m.card) : m.text || m.quote?.text || "";
const quoteOf = m => m.image ? { image: m.image } : { text: quoteWords(m) };
