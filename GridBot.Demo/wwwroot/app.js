import { enterTown, on, startPolling } from "./js/world.js";
import { startPhone, showTime } from "./js/phone.js";
import { startClock, showClock } from "./js/clock.js";
import { startBoard, tick } from "./js/board.js";
import { startLog } from "./js/log.js";
import { startTabs, goto } from "./js/tabs.js";
import { playStory } from "./js/story.js";
import { startDay } from "./js/day.js";
import { toast } from "./js/toasts.js";

startTabs();
startPhone();
startClock();
startBoard();
startLog();
startDay();
on("play-story", playStory);

// A chosen person or issue is something to look at: on a narrow screen it comes to the front.
on("me", () => goto("phone"));

let lost = false;
on("lost", error => {
  if (!lost) toast(error.message, { bad: true, stay: 60_000 });
  lost = true;
});
on("reached", () => {
  if (lost) toast("又连上了", { sign: "plug" });
  lost = false;
});

try {
  await enterTown("");
  document.body.dataset.ready = "";
} catch (error) {
  toast(error.message, { bad: true, stay: 60_000 });
}

startPolling();
const frame = () => {
  showClock();
  showTime();
  tick();
};
frame();
setInterval(frame, 200);
