/** Times as people in China read them, whatever the browser's own zone is. */
const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const beijing = ms => new Date(ms + 8 * HOUR);
const two = n => String(n).padStart(2, "0");

export const ms = iso => typeof iso === "number" ? iso : Date.parse(iso);

export function clock(at, withSeconds = false) {
  const d = beijing(ms(at));
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${withSeconds ? `:${two(d.getUTCSeconds())}` : ""}`;
}

export function date(at) {
  const d = beijing(ms(at));
  return `${d.getUTCMonth() + 1}月${d.getUTCDate()}日`;
}

export const weekday = at => `周${"日一二三四五六"[beijing(ms(at)).getUTCDay()]}`;

export const hour = at => beijing(ms(at)).getUTCHours();

export const isNight = at => hour(at) >= 22 || hour(at) < 6;

/** 白天, 晚上, or 夜里 when people sleep. */
export const partOfDay = at => isNight(at) ? "夜里" : hour(at) >= 18 ? "晚上" : "白天";

/** 21:36 today, 11月23日 21:36 on any other day. */
export const moment = (at, now) => date(at) === date(now) ? clock(at) : `${date(at)} ${clock(at)}`;

export function stamp(at, now) {
  if (date(at) === date(now)) return clock(at);
  return date(ms(at) + DAY) === date(now) ? `昨天 ${clock(at)}` : `${date(at)} ${clock(at)}`;
}

/** A span in words: 38秒, 2分10秒, 3小时5分, 2天3小时. */
export function span(length) {
  const all = Math.max(0, Math.round(length / 1000));
  const [days, hours, minutes, seconds] = [Math.floor(all / 86400), Math.floor(all / 3600) % 24, Math.floor(all / 60) % 60, all % 60];
  if (days) return `${days}天${hours ? `${hours}小时` : ""}`;
  if (hours) return `${hours}小时${minutes ? `${minutes}分` : ""}`;
  if (minutes) return `${minutes}分${seconds ? `${two(seconds)}秒` : "钟"}`;
  return `${seconds}秒`;
}

/** A running clock: 04:12, 3:04:12; days in words. */
export function countdown(left) {
  const all = Math.max(0, Math.ceil(left / 1000));
  if (all >= 86400) return span(left);
  const hours = Math.floor(all / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
}
