import { $, calm, h, icon } from "./dom.js";
import { keyOf, on, openChat, openThe, world } from "./world.js";

/** The ring of the phone in the hand. Browsers give no sound before the first touch, so neither do we. */
let audio = null;
let muted = localStorage.getItem("muted") === "yes";

export const isMuted = () => muted;

export function setMuted(yes) {
  muted = yes;
  localStorage.setItem("muted", yes ? "yes" : "no");
}

for (const gesture of ["pointerdown", "keydown"]) {
  addEventListener(gesture, () => { audio ??= globalThis.AudioContext ? new AudioContext() : null; }, { once: true });
}

export function startBell() {
  on("rings-here", rings => { ring(); announce(rings); });
  // Whoever looks into that chat, or at another phone, has seen it.
  on("me", takeDown);
  on("open", () => { if (banner?.chat === world.open) takeDown(); });
}

let banner = null;

/**
 * What rings in a chat that isn't open stands at the top of the screen until it is looked at. One ring often comes by two
 * ways, as an @ and as a card: whoever sees the card needs no word of the other.
 */
function announce(rings) {
  const { chat, message } = rings.find(r => r.message.card) ?? rings[0];
  const seen = openChat()?.messages.some(m => m.rings && !m.mine && m.at === message.at && (m.card || !message.card));
  if (seen) return takeDown();
  const box = h("button", { type: "button", class: "ring-banner", onclick: () => openThe(keyOf(chat)) },
    icon("bell"), h("span", {}, h("b", {}, chat.name), h("span", {}, message.card ? message.card.title : message.text)));
  takeDown();
  banner = { box, chat: keyOf(chat) };
  $("screen").before(box);
}

function takeDown() {
  banner?.box.remove();
  banner = null;
}

function ring() {
  const device = $("device");
  device.classList.remove("rings");
  void device.offsetWidth;
  device.classList.add("rings");
  setTimeout(() => device.classList.remove("rings"), calm() ? 2500 : 1600);
  if (!muted) sound();
}

function sound() {
  if (!audio || audio.state === "closed") return;
  void audio.resume();
  const start = audio.currentTime + 0.02;
  [[0, 880], [0.16, 1174], [0.42, 880], [0.58, 1174]].forEach(([after, pitch]) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.type = "sine";
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start + after);
    volume.gain.linearRampToValueAtTime(0.12, start + after + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.001, start + after + 0.22);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + after);
    tone.stop(start + after + 0.25);
  });
}
