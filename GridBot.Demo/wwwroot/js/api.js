/** The demo's levers, the same that a person with curl pulls. */
export class Refused extends Error {
  constructor(answer, status) {
    super(answer?.error ?? `演示服务没有答上来（${status}）`);
    this.remedy = answer?.remedy;
  }
}

/** Which town's levers: "" is the demo's own, "day/" that of the day that is being played. */
let town = "";

async function call(path, body) {
  let response;
  try {
    response = await fetch(path, body === undefined ? { cache: "no-store" } : {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused({ error: "连不上演示服务，请看看它是不是还开着" });
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(answer, response.status);
  return answer;
}

const there = (path, body) => call(town + path, body);

export const levers = {
  town: () => there("demo/town"),
  board: () => there("demo/board"),
  clock: () => there("demo/clock"),
  log: since => there(`demo/log?since=${since}`),
  phone: (user, since) => there(`demo/phone?user=${encodeURIComponent(user)}${since ? `&since=${since}` : ""}`),
  say: (user, chat, text, more) => there("demo/say", { user, chat, text, ...more }),
  tap: (user, task_id, key) => there("demo/tap", { user, task_id, key }),
  advance: (seconds, outage) => there("demo/clock", outage ? { advanceSeconds: seconds, outage } : { advanceSeconds: seconds }),

  day: () => call("demo/day"),
  raiseDay: () => call("demo/day", {}),
  nextScene: () => call("demo/day/next", {}),
  enter: at => { town = at; },
  isInDay: () => town !== "",
};
