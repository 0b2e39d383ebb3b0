/** The demo's levers, the same that a person with curl pulls. */
export class Refused extends Error {
  constructor(answer, status) {
    super(answer?.error ?? `演示服务没有答上来（${status}）`);
    this.remedy = answer?.remedy;
  }
}

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

export const levers = {
  town: () => call("/demo/town"),
  board: () => call("/demo/board"),
  clock: () => call("/demo/clock"),
  log: since => call(`/demo/log?since=${since}`),
  phone: (user, since) => call(`/demo/phone?user=${encodeURIComponent(user)}${since ? `&since=${since}` : ""}`),
  say: (user, chat, text, more) => call("/demo/say", { user, chat, text, ...more }),
  tap: (user, task_id, key) => call("/demo/tap", { user, task_id, key }),
  advance: (seconds, outage) => call("/demo/clock", outage ? { advanceSeconds: seconds, outage } : { advanceSeconds: seconds }),
};
