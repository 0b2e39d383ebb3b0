import { become, load, on, pollAll, startPolling, world } from "./js/world.js";
import { startPhone, showTime } from "./js/phone.js";
import { startClock, showClock } from "./js/clock.js";
import { startBoard, tick } from "./js/board.js";
import { startLog } from "./js/log.js";
import { startTabs, goto } from "./js/tabs.js";
import { playStory } from "./js/story.js";
import { toast } from "./js/toasts.js";

startTabs();
startPhone();
startClock(playStory);
startBoard(playStory);
startLog();

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
  await load();
  const first = world.town.chats[0];
  const reporter = world.people.has("zhou.guilan") ? "zhou.guilan" : first?.members[0] ?? world.town.people[0].userid;
  await become(reporter, first?.chatid);
  await pollAll();
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
