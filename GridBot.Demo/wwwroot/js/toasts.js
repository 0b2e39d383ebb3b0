import { $, h, icon } from "./dom.js";

/** A short word at the edge, with at most one thing to do about it. */
export function toast(words, { action, label, sign = "bell", bad = false, stay = 6000, users = [] } = {}) {
  const box = h("div", { class: `toast${bad ? " toast-bad" : ""}` },
    icon(bad ? "cross" : sign),
    h("span", {}, words),
    action && h("button", { type: "button", onclick: () => { box.remove(); action(); } }, label),
    h("button", { type: "button", class: "toast-close", "aria-label": "关掉这条提示", onclick: () => box.remove() }, icon("cross")));
  box.users = users;
  const all = $("toasts");
  while (all.children.length >= 3) all.firstElementChild.remove();
  all.append(box);
  let timer = setTimeout(() => box.remove(), stay);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => { timer = setTimeout(() => box.remove(), 2500); });
}

/** Whoever has been looked at needs no toast any more. */
export function dropToasts(user) {
  for (const box of [...$("toasts").children]) if (box.users?.includes(user.toLowerCase())) box.remove();
}

export const complain = error => toast([error.message, error.remedy].filter(Boolean).join("。"), { bad: true, stay: 8000 });
