/** Builds an element: h("button", { class: "send", onclick: send }, "发送"). What is null or false is left out. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value == null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, style] of Object.entries(value)) element.style.setProperty(key, style);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(c => c != null && c !== false));
  return element;
}

export const $ = id => document.getElementById(id);

const PATHS = {
  bell: "M12 3a5 5 0 0 0-5 5v3.500L5 15h14l-2-3.500V8a5 5 0 0 0-5-5zM10 18a2 2 0 0 0 4 0",
  phone: "M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3zM11 18h2",
  list: "M5 6h2M5 12h2M5 18h2M10 6h9M10 12h9M10 18h9",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2",
  check: "M5 12.500l4.500 4.500L19 7.500",
  checks: "M2.500 12.500l4 4L14 8.500M11 15l1.500 1.500L21 8.500",
  hand: "M12 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM5 20c.7-4 3.500-6 7-6s6.300 2 7 6",
  pause: "M9 6v12M15 6v12",
  back: "M14.500 5l-7 7 7 7",
  turn: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  next: "M6 6l7 6-7 6zM17 6v12",
  play: "M8 5l11 7-11 7z",
  stop: "M7 7h10v10H7z",
  cross: "M6 6l12 12M18 6L6 18",
  down: "M6 9.500l6 6 6-6",
  moon: "M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M5.600 18.400L7 17M17 7l1.400-1.400",
  sound: "M4 10v4h3.500L12 18V6L7.500 10zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11",
  mute: "M4 10v4h3.500L12 18V6L7.500 10zM16 10l5 5M21 10l-5 5",
  plug: "M9 3v5M15 3v5M7 8h10v3a5 5 0 0 1-10 0zM12 16v5",
  quote: "M5 17V9h5v5l-2 3zM14 17V9h5v5l-2 3z",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500h.01",
  card: "M4 6h16v12H4zM7 10h10M7 14h5",
  edit: "M5 19h3L18 9l-3-3L5 16z",
  search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L20 20",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  flame: "M12 3c1 4 5 5.500 5 10.500a5 5 0 0 1-10 0c0-2 1-3 2-4 .3 1.500 1 2 1.500 2C11 9 10.500 6 12 3z",
  up: "M12 19V5M6 11l6-6 6 6",
  skip: "M5 12h14M13 6l6 6-6 6",
  group: "M9 6a2.800 2.800 0 1 0 0 5.600A2.800 2.800 0 0 0 9 6zM3.500 18c.5-3 2.700-4.500 5.500-4.500s5 1.500 5.500 4.500M16 7.500a2.300 2.300 0 1 1 0 4.600M16.500 14c2.200.2 3.600 1.600 4 4",
  robot: "M6 9h12v9H6zM12 9V5M10 4h4M9.500 13h.01M14.500 13h.01M3.500 12v3M20.500 12v3",
  app: "M5 5h6v6H5zM13 5h6v6h-6zM5 13h6v6H5zM16 13v6M13 16h6",
};

/** A drawn sign; it is decoration, words always stand beside it. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.list);
  svg.append(path);
  return svg;
}

/**
 * Makes the children of a container equal a list, item by item: an item that looks the same keeps its element,
 * so that focus, scrolling and animations live on while the page is polled.
 */
export function reconcile(container, items, keyOf, draw, lookOf = JSON.stringify) {
  const old = new Map([...container.children].map(c => [c.dataset.key, c]));
  let at = container.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const look = lookOf(item);
    let element = old.get(key);
    old.delete(key);
    if (!element || element.look !== look) {
      const fresh = draw(item, element);
      fresh.dataset.key = key;
      fresh.look = look;
      if (element) {
        if (at === element) at = element.nextElementSibling;
        keepFocus(element, () => element.replaceWith(fresh), fresh);
        container.insertBefore(fresh, at);
      }
      element = fresh;
    }
    if (element === at) at = at.nextElementSibling;
    else container.insertBefore(element, at);
  }
  for (const gone of old.values()) gone.remove();
}

/** Redraws and gives the focus back to the element of the same data-focus. */
export function keepFocus(before, redraw, after = before) {
  const active = document.activeElement;
  const name = before.contains(active) ? active.dataset.focus : undefined;
  redraw();
  if (name) after.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
