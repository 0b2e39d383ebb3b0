import { h, icon } from "./dom.js";
import { levers } from "./api.js";
import { become, pollAll, world } from "./world.js";
import { complain } from "./toasts.js";

/** The card's own words: its text without what the rows and the grey word repeat. */
function wordsOf(card) {
  const repeated = new Set([...card.rows.map(r => `${r.name}:${r.value}`), card.replaced, world.town.bot.name]);
  const [first = "", ...rest] = card.text.split("\n").filter(line => line && !repeated.has(line));
  return { first, rest };
}

export const cardWords = card => `${card.title}\n${wordsOf(card).first}`.trim();

const isOver = card => card.replaced != null;

/** A template card as WeCom draws it. */
export function drawCard(card) {
  const { first, rest } = wordsOf(card);
  const [, tag, title] = /^(【[^】]*】)?(.*)$/s.exec(card.title);
  const shown = card.buttons.filter(b => !b.inMenu);
  const menu = card.buttons.filter(b => b.inMenu);
  return h("article", { class: `card${isOver(card) ? " card-over" : ""}${/紧急/.test(tag ?? "") ? " card-urgent" : ""}`, "data-task": card.task_id },
    card.text.split("\n").includes(world.town.bot.name) && h("p", { class: "card-source" }, h("i", { "aria-hidden": "true" }), world.town.bot.name),
    h("h3", { class: "card-title" }, tag && h("span", { class: "tag" }, tag), title),
    first && h("p", { class: "card-first" }, first),
    rest.length > 0 && h("div", { class: "card-text" }, rest.map(line => h("p", {}, line))),
    card.rows.length > 0 && h("dl", { class: "card-rows" }, card.rows.map(row => h("div", {},
      h("dt", {}, row.name),
      h("dd", {}, row.userId
        ? h("button", { type: "button", class: "link", title: "看TA的手机", onclick: () => become(row.userId).catch(complain) }, row.value)
        : row.url ? h("a", { href: row.url, target: "_blank", rel: "noopener" }, row.value) : row.value)))),
    shown.length > 0 && h("div", { class: `card-buttons${shown.length === 1 ? " one" : ""}` }, shown.map(b => drawButton(card, b))),
    menu.length > 0 && h("details", { class: "card-menu" },
      h("summary", { "aria-label": "更多" }, icon("more")), menu.map(b => drawButton(card, b))),
    card.replaced && h("p", { class: "card-replaced" }, icon("check"), card.replaced),
    card.url && shown.length === 0 && h("a", { class: "card-link", href: card.url, target: "_blank", rel: "noopener" }, "查看详情"));
}

const STYLES = { 1: "main", 2: "plain", 3: "warning", 4: "plain" };

function drawButton(card, button) {
  if (button.url) return h("a", { class: "card-button plain", href: button.url, target: "_blank", rel: "noopener" }, button.text);
  return h("button", {
    type: "button", class: `card-button ${STYLES[button.style] ?? "plain"}`, "data-key": button.key, "data-focus": button.key,
    onclick: event => tap(card, button, event.currentTarget),
  }, h("span", {}, button.text));
}

async function tap(card, button, element) {
  const all = [...element.closest(".card").querySelectorAll("button")];
  if (element.getAttribute("aria-busy")) return;
  element.setAttribute("aria-busy", "true");
  for (const other of all) other.setAttribute("aria-disabled", "true");
  try {
    await levers.tap(world.me, card.task_id, button.key);
    await pollAll();
  } catch (error) {
    complain(error);
  } finally {
    element.removeAttribute("aria-busy");
    for (const other of all) other.removeAttribute("aria-disabled");
  }
}
