import { $, h, icon, keepFocus } from "./dom.js";
import { become, call, now, on, openChat, person, post, world } from "./world.js";
import { face } from "./faces.js";
import { chatListView } from "./chat-list.js";
import { chatView } from "./chat.js";
import { choosePerson } from "./people.js";
import { startBell } from "./bell.js";
import { complain, dropToasts, toast } from "./toasts.js";
import { clock, isNight } from "./time.js";
import { jumpToNext } from "./clock.js";

/** The phone in the hand: whose it is, and WeCom on its screen. */
let view = null;

/** The open chat's line to write into; the story types there. */
export const writingLine = () => view?.compose ?? null;

function show() {
  const chat = openChat();
  view = chat ? chatView(chat) : chatListView();
  keepFocus($("screen"), () => $("screen").replaceChildren(view.element));
  view.update();
}

function drawWho() {
  const rung = [...world.ringing.keys()];
  const last = rung.at(-1);
  keepFocus($("whoami"), () => $("whoami").replaceChildren(...[
    h("button", { type: "button", class: "who-button", "data-focus": "who", "aria-haspopup": "dialog", onclick: choosePerson,
      "aria-label": `现在拿的是${call(world.me)}的手机，${post(world.me)}。点这里换一个人` },
    face(world.me), h("span", { class: "who-words" }, h("b", {}, call(world.me), h("span", { class: "of-phone" }, "的手机")), h("small", {}, `${person(world.me).name} · ${post(world.me)}`)),
    h("span", { class: "who-change" }, h("span", {}, "换人"), icon("down"))),
    h("div", { class: "who-clock" },
      h("time", { class: "mini-clock", "data-clock": "short" }, clock(now())),
      h("button", { type: "button", class: "mini-next", "aria-label": "快进到下一步", onclick: () => jumpToNext() }, icon("next"))),
    last && h("button", { type: "button", class: "ring-chip", "data-focus": "ring", "data-user": last, "aria-label": `${call(last)}响了，换成${post(last)}`, onclick: () => become(last).catch(complain) },
      icon("bell"), call(last), h("span", { class: "rang" }, "响了")),
    rung.length > 1 && h("button", { type: "button", class: "ring-more", "data-focus": "rings", "aria-label": `还有${rung.length - 1}部手机响了，点开看`, onclick: choosePerson }, `+${rung.length - 1}`),
  ].filter(Boolean)));
}

export function showTime() {
  const at = now();
  document.body.toggleAttribute("data-night", isNight(at));
  $("status-time").textContent = clock(at);
  for (const mini of document.querySelectorAll("[data-clock=short]")) mini.textContent = clock(at);
}

export function startPhone() {
  $("status-bar").replaceChildren(h("time", { id: "status-time" }), h("span", { class: "island" }), h("span", { class: "status-end" }, h("i", { class: "signal" }), h("i", { class: "battery" })));
  on("me", () => { dropToasts(world.me); show(); drawWho(); });
  on("open", show);
  on("phone", () => view?.update());
  on("read", () => view?.update());
  on("ringing", drawWho);
  startBell();
  on("rings-elsewhere", users => {
    if (world.storyRuns) return;
    const [first] = users.slice(-1);
    toast(users.length > 1 ? `${users.map(call).slice(0, 3).join("、")}${users.length > 3 ? `等${users.length}人` : ""}的手机响了` : `${call(first)}的手机响了`, {
      users, label: users.length > 1 ? `换成${call(first)}` : "换成TA", action: () => become(first).catch(complain),
    });
  });
}

