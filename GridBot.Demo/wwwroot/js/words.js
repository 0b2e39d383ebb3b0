/** How the page names things. */
export const ROLES = {
  building_leader: "楼栋长", grid: "网格员", community: "社区", subdistrict: "街道", staff: "工作人员", admin: "管理员",
};

export const ROLE_ORDER = Object.keys(ROLES);

const LEVELS = { building: "楼栋长", grid: "网格员", community: "社区", subdistrict: "街道", person: "指定的人" };

export const levelKey = level => String(level ?? "").toLowerCase().replace(/[^a-z]/g, "");

export const levelWord = level => LEVELS[levelKey(level)] ?? String(level ?? "");

export const OUTCOMES = {
  open: ["正在等", "bell"], answered: ["接手", "check"], answered_late: ["后来回应", "check"], declined: ["现在不便", "turn"],
  covered: ["别人接了", "hand"], missed: ["没接", "skip"], skipped: ["跳过", "skip"], cancelled: ["不用了", "cross"],
};

export const outcomeOf = outcome => OUTCOMES[String(outcome).replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase()] ?? [outcome, "skip"];

export const URGENCY = { urgent: "紧急", emergency: "险情" };

/** Which sign, colour and short word a stage has; the whole sentence comes with the issue. */
export function stageLook(stage) {
  const name = String(stage).toLowerCase();
  if (name.startsWith("wait")) return { look: "waiting", icon: "bell", words: "等人接手" };
  if (name.startsWith("return")) return { look: "waiting", icon: "bell", words: "重新派人" };
  if (name.startsWith("ack")) return { look: "taken", icon: "hand", words: "在办" };
  if (name.startsWith("resolv")) return { look: "done", icon: "check", words: "已办结" };
  if (name.startsWith("defer")) return { look: "paused", icon: "pause", words: "挂账" };
  const over = { merged: "已并案", withdrawn: "已撤回", rejected: "不再处理" };
  return { look: "over", icon: "checks", words: over[name] ?? "已结案" };
}

/** What a line of the log is: sign, words, and whether it makes a phone ring. */
export const CHANNELS = {
  "bot-answer": { icon: "card", words: "群里回答" },
  "bot-update": { icon: "edit", words: "卡片变了" },
  "bot-late": { icon: "card", words: "群里补答" },
  "bot-push": { icon: "card", words: "群里消息" },
  push: { icon: "bell", words: "群里一句话" },
  app: { icon: "phone", words: "私信" },
  "app-answer": { icon: "phone", words: "私信回答" },
  "app-update": { icon: "edit", words: "私信卡片变了" },
  appchat: { icon: "bell", words: "群里一句话" },
};

/** How the people of the shipped town are called; anybody else goes by name. */
export const CALLS = {
  "wu.jianguo": "吴叔", "zhou.guilan": "周阿姨", "li.qiang": "李师傅", "chen.jing": "陈书记", "liu.zhiyuan": "刘主任",
};
