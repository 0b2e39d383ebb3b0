import { icon } from "./dom.js";
import { tell } from "./world.js";

/** On a narrow screen one of the three at a time. */
export function goto(tab) {
  document.body.dataset.tab = tab;
  for (const button of document.querySelectorAll("[data-goto]")) {
    if (button.dataset.goto === tab) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  if (tab === "phone") tell("phone");
}

export function startTabs() {
  for (const button of document.querySelectorAll("[data-goto]")) {
    button.querySelector("[data-icon]").append(icon(button.querySelector("[data-icon]").dataset.icon));
    button.addEventListener("click", () => goto(button.dataset.goto));
  }
}
