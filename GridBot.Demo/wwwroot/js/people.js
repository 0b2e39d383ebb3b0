import { $, h, icon } from "./dom.js";
import { become, call, person, post, sameUser, world } from "./world.js";
import { face } from "./faces.js";
import { ROLES, ROLE_ORDER } from "./words.js";
import { complain } from "./toasts.js";

const MOST = 60;

/** The book of everybody in the town: the main characters by role, and a search over all. */
export function choosePerson() {
  const dialog = $("people");
  const list = h("div", { class: "people-list" });
  const search = h("input", {
    type: "search", class: "search", placeholder: `在 ${world.people.size} 人里找：名字、楼栋、社区`, "aria-label": "找人",
    oninput: () => fill(list, search.value, pick),
    onkeydown: event => {
      if (event.key === "Enter") { event.preventDefault(); list.querySelector("button")?.click(); }
    },
  });
  const pick = user => { dialog.close(); become(user).catch(complain); };
  dialog.replaceChildren(
    h("div", { class: "people-head" },
      h("h2", { id: "people-title" }, "拿谁的手机？"),
      h("button", { type: "button", class: "round", "aria-label": "关闭", onclick: () => dialog.close() }, icon("cross"))),
    h("label", { class: "search-box" }, icon("search"), search), list);
  dialog.onkeydown = event => walk(event, [search, ...list.querySelectorAll("button")]);
  dialog.onclick = event => { if (event.target === dialog) dialog.close(); };
  fill(list, "", pick);
  dialog.showModal();
  search.focus();
}

function walk(event, stops) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = stops.indexOf(document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
}

function fill(list, words, pick) {
  const wanted = words.trim().toLowerCase();
  if (!wanted) {
    const rung = [...world.ringing.keys()];
    list.replaceChildren(
      ...(rung.length > 0 ? [group("手机响了，还没看", rung.map(person), pick)] : []),
      ...ROLE_ORDER.map(role => [role, stars(role)]).filter(([, people]) => people.length > 0).map(([role, people]) => group(ROLES[role], people, pick)));
    return;
  }
  const parts = wanted.split(/\s+/);
  const found = world.town.people.filter(p => {
    const text = `${p.name} ${call(p.userid)} ${p.userid} ${p.place} ${ROLES[p.role] ?? ""} ${post(p.userid)}`.toLowerCase();
    return parts.every(part => text.includes(part));
  });
  list.replaceChildren(found.length === 0
    ? h("p", { class: "nobody" }, "没有这个人，换个词试试")
    : group(`找到 ${found.length} 人${found.length > MOST ? `，先列 ${MOST} 人` : ""}`, found.slice(0, MOST), pick));
}

/** The cast stands first in the town's list; a town of its own shows the first of each role. */
function stars(role) {
  const inFirstChat = new Set(world.town.chats[0]?.members.map(m => m.toLowerCase()));
  const all = world.town.people.filter(p => p.role === role);
  const near = all.filter(p => inFirstChat.has(p.userid.toLowerCase()));
  return (near.length > 0 ? near : all).slice(0, role === "building_leader" ? 4 : 2);
}

function group(title, people, pick) {
  return h("section", { class: "people-group" }, h("h3", {}, title), people.map(p => h("button", {
    type: "button", class: `person${sameUser(p.userid, world.me) ? " me" : ""}`, "aria-current": sameUser(p.userid, world.me) ? "true" : null, "data-user": p.userid,
    onclick: () => pick(p.userid),
  },
  face(p.userid),
  h("span", { class: "person-words" },
    h("b", {}, p.name, call(p.userid) !== p.name && h("span", { class: "call" }, call(p.userid))),
    h("small", {}, `${post(p.userid)} · ${p.place.split("/").slice(0, -1).join(" ") || p.place}`)),
  world.ringing.has(p.userid.toLowerCase()) ? h("span", { class: "ringing" }, icon("bell"), "响了") : sameUser(p.userid, world.me) && h("span", { class: "now" }, "现在"))));
}
