import { $ } from "./dom.js";
import { openChat } from "./world.js";
import { writingLine } from "./phone.js";

/** The hands that one sees while something is told: they press and write, what follows is real. */
const pause = length => new Promise(done => setTimeout(done, length));

/** Presses the newest button with this key that is on the screen. */
export async function pressButton(key) {
  const button = [...$("screen").querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].at(-1);
  button?.scrollIntoView({ block: "nearest" });
  button?.classList.add("pressed");
  button?.setAttribute("aria-busy", "true");
  await pause(700);
}

/** Writes into the open chat's line, quoting what was said there if it was. */
export async function typeWords(words, quote, check) {
  const line = writingLine();
  if (!line) return;
  const quoted = quote && openChat()?.messages.findLast(m => m.text === quote);
  if (quoted) line.quote(quoted);
  for (let shown = 1; shown <= words.length; shown++) {
    check();
    line.type(words.slice(0, shown));
    await pause(Math.min(45, 900 / words.length));
  }
  await pause(400);
  line.clear();
}
