import { h, icon } from "./dom.js";
import { person } from "./world.js";

/** The square in front of a name. Its colour tells the level; the words beside it always say it, too. */
export function face(userId, size = "") {
  const { name, role } = person(userId);
  return h("span", { class: `face face-${role || "none"} ${size}`, "aria-hidden": "true" }, name.slice(-2));
}

export const botFace = (kind, size = "") => h("span", { class: `face face-${kind} ${size}`, "aria-hidden": "true" },
  icon(kind === "push" ? "bell" : kind === "app" ? "app" : "robot"));

export const groupFace = (size = "") => h("span", { class: `face face-group ${size}`, "aria-hidden": "true" }, icon("group"));
