import { $, h, icon } from "./dom.js";
import { tell, world } from "./world.js";

/** Something that is told by captions: it goes on by itself, can be paused, taken step by step, and stopped. */
export class Stopped extends Error {}

let running = null;

export const stopTelling = () => running?.stop();
export const isTelling = () => running !== null;

/** Tells it to the end, or until it is stopped; whatever goes wrong is left to the caller. */
export async function telling(parts, play) {
  stopTelling();
  const own = running = new Telling(parts);
  world.storyRuns = true;
  document.body.toggleAttribute("data-story", true);
  try {
    await play(own);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    if (running === own) {
      running = null;
      world.storyRuns = false;
      document.body.toggleAttribute("data-story", false);
      $("caption").hidden = true;
      $("caption").replaceChildren();
    }
  }
}

class Telling {
  #parts;
  #paused = false;
  #stopped = false;
  #stepped = false;
  #waits = null;

  constructor(parts) {
    this.#parts = parts;
  }

  check() {
    if (this.#stopped) throw new Stopped();
  }

  /** Shows a caption, and leaves time to read it. */
  async say(part, words, length) {
    this.show(part, words);
    await this.wait(length);
  }

  show(part, words) {
    this.check();
    const box = $("caption");
    if (box.hidden || box.childElementCount === 0) {
      box.hidden = false;
      box.replaceChildren(
        h("p", { class: "caption-words" }),
        h("div", { class: "caption-end" },
          h("span", { class: "caption-dots", "aria-hidden": "true" }, Array.from({ length: this.#parts }, () => h("i"))),
          h("button", { type: "button", id: "pause-telling", onclick: () => this.pauseOrGoOn() }),
          h("button", { type: "button", id: "step-telling", onclick: () => this.step() }, "下一步", icon("skip")),
          h("button", { type: "button", id: "stop-telling", onclick: () => this.stop() }, icon("stop"), "停下")));
      this.#drawPause();
    }
    box.querySelector(".caption-words").textContent = words;
    box.querySelectorAll(".caption-dots i").forEach((dot, at) => dot.classList.toggle("on", at < part));
    tell("caption");
  }

  /** While it is paused this waits for the next step, however long. */
  wait(length) {
    this.check();
    if (this.#stepped) {
      this.#stepped = false;
      return Promise.resolve();
    }
    return new Promise((done, fail) => {
      const end = () => {
        clearTimeout(this.#waits?.timer);
        this.#waits = null;
        if (this.#stopped) fail(new Stopped());
        else done();
      };
      this.#waits = { end, length, timer: this.#paused ? null : setTimeout(end, length) };
    });
  }

  pauseOrGoOn() {
    this.#paused = !this.#paused;
    const waits = this.#waits;
    clearTimeout(waits?.timer);
    if (waits && !this.#paused) waits.timer = setTimeout(waits.end, 300);
    this.#drawPause();
  }

  /** On to the next: now, or as soon as what is being done is done. */
  step() {
    if (this.#waits) this.#waits.end();
    else this.#stepped = true;
  }

  stop() {
    this.#stopped = true;
    this.#waits?.end();
  }

  #drawPause() {
    $("pause-telling")?.replaceChildren(icon(this.#paused ? "play" : "pause"), this.#paused ? "继续" : "暂停");
  }
}
