import { levers } from "./api.js";
import { CALLS, ROLES } from "./words.js";
import { ms } from "./time.js";

/** What the page knows. Everything that changes it passes through here, and is told to whoever listens. */
export const world = {
  town: null,
  people: new Map(),
  chats: new Map(),
  /** Whose phone it is, what is on it, and the chat that is open (null: the list of chats). */
  me: null,
  phone: { version: 0, chats: [] },
  open: null,
  clock: { now: 0, frozen: true, nextDueAt: null, fetched: 0 },
  issues: [],
  chosen: null,
  log: [],
  /** Phones that rang and that nobody has looked at since: user id → the log entry. */
  ringing: new Map(),
  storyRuns: false,
};

const listeners = new Map();
export const on = (what, listener) => listeners.set(what, [...(listeners.get(what) ?? []), listener]);
export const tell = (what, ...news) => { for (const listener of listeners.get(what) ?? []) listener(...news); };

const lower = id => String(id).toLowerCase();
export const sameUser = (a, b) => lower(a) === lower(b);
export const person = id => world.people.get(lower(id)) ?? { userid: id, name: id, role: "", place: "" };
/** How people are called stands in the roster; the board tells it of everybody who has to do with an issue. */
const called = new Map(Object.entries(CALLS));
export const call = id => called.get(lower(id)) ?? person(id).name;
/** 11栋楼栋长, 3网格网格员 → what somebody is, in the fewest words. */
export function post(id) {
  const { role, place } = person(id);
  const here = place.split("/").at(-1) ?? "";
  const word = ROLES[role] ?? "";
  if (role === "building_leader") return `${here}楼栋长`;
  if (role === "grid") return `${here.replace(/网格$/, "")}网格员`;
  if (role === "community" || role === "subdistrict") return here;
  return here ? `${here} ${word}` : word;
}

export const keyOf = chat => chat.kind === "group" ? chat.chat : chat.kind;
export const openChat = () => world.phone.chats.find(c => keyOf(c) === world.open) ?? null;
export const chosenIssue = () => world.issues.find(i => i.number === world.chosen) ?? null;

/** The demo's time now. Unless it is frozen it runs on between two polls. */
export const now = () => world.clock.now + (world.clock.frozen ? 0 : performance.now() - world.clock.fetched);

// Reading: what each phone's owner has seen, for the unread counts.
const read = new Map();
const readKey = key => `${lower(world.me)}|${key}`;
const readUpTo = key => read.get(readKey(key)) ?? 0;
export const unread = chat => chat.messages.filter(m => !m.mine && m.seq > readUpTo(keyOf(chat)));

export function markRead() {
  const chat = openChat();
  if (!chat || chat.messages.length === 0) return;
  const last = chat.messages.at(-1).seq;
  if (last > readUpTo(keyOf(chat))) {
    read.set(readKey(keyOf(chat)), last);
    tell("read");
  }
}

async function load() {
  world.town = await levers.town();
  world.people = new Map(world.town.people.map(p => [lower(p.userid), p]));
  world.chats = new Map(world.town.chats.map(c => [c.chatid, c]));
}

/** Goes to another town: nothing that was seen in the one before counts there. */
export async function enterTown(at) {
  levers.enter(at);
  Object.assign(world, { me: null, phone: { version: 0, chats: [] }, open: null, issues: [], chosen: null, log: [] });
  world.ringing.clear();
  read.clear();
  seen = null;
  await load();
  tell("town");
  await become(firstPerson(), world.town.chats[0]?.chatid);
  await pollAll();
}

/** Whoever reports in the founding story, or in another town the first member of the first group. */
const firstPerson = () => world.people.has("zhou.guilan") ? "zhou.guilan" : world.town.chats[0]?.members[0] ?? world.town.people[0].userid;

/** Takes somebody's phone into the hand. Opens the chat that rings there, else the given one, else their group. */
export async function become(userId, chat) {
  world.me = person(userId).userid;
  world.phone = { version: 0, chats: emptyChats(world.me) };
  const rung = world.ringing.get(lower(userId));
  world.ringing.delete(lower(userId));
  world.open = null;
  await pollPhone();
  const chats = world.phone.chats;
  const wanted = chat ?? (rung ? rungChat(rung) : undefined);
  const groups = chats.filter(c => c.kind === "group");
  world.open = wanted === null ? null
    : chats.some(c => keyOf(c) === wanted) ? wanted
    : groups.length > 0 ? keyOf(groups.find(c => c.chat === world.town.chats[0].chatid) ?? groups[0]) : null;
  tell("me");
  tell("ringing");
}

/** A phone that nobody has written to yet still shows its chats. */
function emptyChats(userId) {
  const { bot, chats } = world.town;
  return [
    ...chats.filter(c => c.members.some(m => sameUser(m, userId))).map(c => ({ chat: c.chatid, kind: "group", name: c.name, members: c.members, messages: [] })),
    { chat: "bot", kind: "bot", name: bot.name, members: [], messages: [] },
    { chat: null, kind: "app", name: bot.name, members: [], messages: [] },
  ];
}

function rungChat(entry) {
  if (entry.channel === "app") return "app";
  return entry.chat && world.chats.has(entry.chat) ? entry.chat : "bot";
}

export function openThe(key) {
  world.open = key;
  tell("open");
}

export function choose(number) {
  world.chosen = number;
  tell("board");
}

// Polling. Each look keeps to itself: a slow one never holds up the others, and no two of a kind overlap.
const once = look => {
  let running = null;
  return () => running ??= look().finally(() => { running = null; });
};

let fresh = Promise.resolve();
/** Phone looks are done one after another; what comes for a phone that has been put down is dropped. */
export function pollPhone() {
  return fresh = fresh.catch(() => {}).then(async () => {
    const { me, phone } = world;
    if (!me) return;
    const view = await levers.phone(me, phone.version);
    if (me !== world.me || phone !== world.phone) return;
    // What lay there when the phone was taken up doesn't ring.
    const first = !phone.looked;
    phone.looked = true;
    if (!view.changed && phone.version) return;
    const arrived = [];
    for (const chat of view.chats) {
      const known = phone.chats.find(c => keyOf(c) === keyOf(chat));
      if (!known) {
        phone.chats.push(chat);
        continue;
      }
      known.name = chat.name;
      for (const message of chat.messages) {
        const at = known.messages.findIndex(m => m.seq === message.seq);
        if (at >= 0) known.messages[at] = message;
        else {
          known.messages.push(message);
          arrived.push({ chat: known, message });
        }
      }
    }
    phone.version = view.version || phone.version;
    tell("phone", first ? [] : arrived);
    const rings = arrived.filter(a => a.message.rings && !a.message.mine);
    if (!first && rings.length > 0) tell("rings-here", rings);
  });
}

export const pollBoard = once(async () => {
  const town = world.town;
  const board = await levers.board();
  if (town !== world.town) return;
  const before = world.issues[0]?.number;
  world.issues = board.issues;
  for (const { userid, name } of board.issues.flatMap(i => [...i.ladder.flatMap(l => l.people), ...i.responses])) {
    if (userid && name) called.set(lower(userid), name);
  }
  // A new issue comes into view by itself.
  if (board.issues.length > 0 && (board.issues[0].number !== before || !chosenIssue())) world.chosen = board.issues[0].number;
  tell("board");
});

export const pollClock = once(async () => {
  const town = world.town;
  const clock = await levers.clock();
  if (town === world.town) setClock(clock);
});

export function setClock(answer) {
  world.clock = {
    now: ms(answer.now), frozen: answer.frozen ?? world.clock.frozen, fetched: performance.now(),
    nextDueAt: "nextDueAt" in answer ? answer.nextDueAt : world.clock.nextDueAt,
  };
  tell("clock");
}

let seen = null;
/** Does this make a phone ring: an @ in a group, or a card or text to one person. */
export const rungBy = entry =>
  entry.mentions?.length > 0 ? entry.mentions : entry.channel === "app" ? entry.to ?? [] : [];

export const pollLog = once(async () => {
  const town = world.town;
  const entries = await levers.log(seen ?? 0);
  if (town !== world.town) return;
  if (entries.length === 0) {
    seen ??= 0;
    return;
  }
  const isFirst = seen === null;
  seen = entries.at(-1).seq;
  world.log = [...world.log, ...entries].slice(-200);
  const rang = new Map();
  for (const entry of entries) {
    for (const user of rungBy(entry)) {
      if (user !== "@all" && !sameUser(user, world.me)) rang.set(lower(user), preferred(rang.get(lower(user)), entry));
    }
  }
  tell("log");
  if (isFirst) return;
  for (const [user, entry] of rang) world.ringing.set(user, entry);
  if (rang.size > 0) {
    tell("ringing");
    tell("rings-elsewhere", [...rang.keys()]);
  }
});

/** Of several rings at one moment the one with buttons is the one to look at. */
const preferred = (one, other) => one?.card ? one : other;

export async function pollAll() {
  await Promise.all([pollPhone(), pollLog(), pollBoard(), pollClock()]);
}

export function startPolling() {
  const every = (pause, look) => {
    const round = async () => {
      try {
        await look();
        tell("reached");
      } catch (error) {
        tell("lost", error);
      }
      setTimeout(round, document.hidden ? 4000 : pause);
    };
    setTimeout(round, pause);
  };
  every(700, pollPhone);
  every(900, () => Promise.all([pollLog(), pollBoard()]));
  every(1500, pollClock);
}

export async function advance(seconds, outage = false) {
  const answer = await levers.advance(seconds, outage);
  setClock(answer);
  await pollAll();
}
