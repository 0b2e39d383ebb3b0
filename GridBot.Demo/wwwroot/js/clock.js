import { $, calm, h, icon } from "./dom.js";
import { advance, now, on, tell, world } from "./world.js";
import { complain, toast } from "./toasts.js";
import { isMuted, setMuted } from "./bell.js";
import { clock, date, isNight, ms, partOfDay, weekday } from "./time.js";

/** The bar with the town's clock and everything that moves it. */
const JUMPS = [["1分", 60], ["5分", 300], ["30分", 1800], ["1小时", 3600], ["1天", 86400]];
let outage = false;
let busy = false;
let shown = 0;

export async function jump(seconds) {
  if (busy) return;
  busy = true;
  draw();
  try {
    const was = outage;
    await advance(seconds, was);
    if (was) {
      outage = false;
      toast("服务恢复了：停机时该响的，现在补响，并写明是补发", { sign: "plug" });
    }
  } catch (error) {
    complain(error);
  } finally {
    busy = false;
    draw();
  }
}

export const secondsToNext = () => world.clock.nextDueAt ? Math.max(1, Math.ceil((ms(world.clock.nextDueAt) - now()) / 1000)) : null;

export async function jumpToNext() {
  const seconds = secondsToNext();
  if (seconds === null) toast("现在没有等着的事。先在群里报一件", { sign: "clock" });
  else await jump(seconds);
}

function draw() {
  const next = world.clock.nextDueAt;
  const lever = (words, act, more = {}) => h("button", {
    type: "button", class: `lever${more.main ? " main" : ""}`, "aria-disabled": busy || more.off ? "true" : null, "data-focus": words[0], title: more.title,
    onclick: () => { if (!busy && !more.off) act(); },
  }, more.main && icon("next"), words);
  const jumps = JUMPS.map(([words, seconds]) => lever([words], () => jump(seconds), { title: `快进${words}` }));
  const toNext = lever(["到下一步", next && h("small", {}, clock(next))], jumpToNext,
    { main: true, off: !next, title: next ? `快进到 ${clock(next)}：下一件该发生的事` : "现在没有等着的事" });
  const had = document.activeElement?.closest("#levers")?.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  $("levers").replaceChildren(h("span", { class: "levers-word" }, busy ? h("span", { class: "spinner", role: "img", "aria-label": "正在快进" }) : "快进"), ...jumps.slice(0, 3), toNext, ...jumps.slice(3));
  if (had) [...$("levers").querySelectorAll("button")].find(b => b.dataset.focus === had)?.focus();
  $("bar").toggleAttribute("data-busy", busy);
  $("bar").toggleAttribute("data-outage", outage);
}

function drawExtras() {
  const toggle = (words, pressed, sign, title, flip) => {
    const button = h("button", { type: "button", class: "toggle", "aria-pressed": String(pressed()), title, onclick: () => { flip(); paint(); } });
    const paint = () => { button.replaceChildren(icon(sign()), words()); button.setAttribute("aria-pressed", String(pressed())); };
    paint();
    on("clock", paint);
    return button;
  };
  $("extras").replaceChildren(
    toggle(() => outage ? "停机中" : "停机", () => outage, () => "plug", "打开后再快进：这段时间网格助手没在运行，看它回来怎么补", () => { outage = !outage; draw(); }),
    toggle(() => isMuted() ? "静音" : "响铃", () => !isMuted(), () => isMuted() ? "mute" : "sound", "手机响铃的声音", () => setMuted(!isMuted())),
    h("button", { type: "button", class: "toggle", id: "play", title: "一件事从群里到办好，约一分半", onclick: () => tell("play-story") }, icon("play"), "演示故事"),
    h("button", { type: "button", class: "play", id: "play-day", title: "从晚上九点半到第二天早上，在一个新的镇里演", onclick: () => tell("play-day") }, icon("moon"), "放一天"));
}

/** The hands run to the new time instead of jumping there. */
export function showClock() {
  const aim = now();
  shown = shown === 0 || calm() || Math.abs(aim - shown) < 20_000 ? aim : shown + (aim - shown) * 0.45;
  const night = isNight(shown);
  const words = `${date(shown)} ${weekday(shown)}|${clock(shown, true)}|${night}|${world.clock.frozen}`;
  const element = $("clock");
  if (element.dataset.words === words) return;
  element.dataset.words = words;
  element.replaceChildren(
    icon(night ? "moon" : "sun"),
    h("time", { class: "digits", datetime: new Date(shown).toISOString() }, clock(shown, true)),
    h("span", { class: "day" }, h("span", {}, `${date(shown)} ${weekday(shown)}`), h("small", {}, `${partOfDay(shown)} · ${world.clock.frozen ? "钟停着" : "钟在走"}`)));
}

export function startClock() {
  drawExtras();
  draw();
  let before = "";
  on("clock", () => {
    const look = `${world.clock.nextDueAt}`;
    if (look !== before) draw();
    before = look;
    tell("tick");
  });
}
