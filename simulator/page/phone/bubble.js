/** One bubble of a chat: its parts, its time, its keyboard, and how it came. */

import { clockTime } from "../dates.js";
import { el } from "../dom.js";
import { symbol } from "../symbols.js";
import { say } from "../words.js";
import { pressable } from "./buttons.js";
import { face } from "./header.js";
import { partNode } from "./parts.js";

const BARE = new Set(["flex", "sticker", "image", "video", "location", "template"]);
const CARDS = new Set(["flex", "template"]);

/** The element for `bubble` on `phone`. */
export function bubbleNode(bubble, phone) {
  const known = { "data-bubble": bubble.id, "data-from": bubble.from, "data-how": bubble.how };
  const other = bubble.author && !phone.writers.is(bubble.author) ? " from-other" : "";
  const traits = { class: `bubble from-${bubble.from}${other}`, ...known, hidden: bubble.deleted };
  if (bubble.from === "system") return el("div", traits, el("span", { class: "system-text" }, systemText(bubble)));
  const time = el("time", { class: "bubble-time", datetime: bubble.at }, clockTime(bubble.at), mine(bubble, phone));
  const below = phone.onLine && bubble.parts.some(({ kind }) => CARDS.has(kind));
  const parts = el("div", { class: "bubble-parts" }, bubble.parts.map((part) => balloon(part, phone, bubble)));
  const body = el("div", { class: "bubble-body" }, parts, below ? null : time);
  const foot = el("div", { class: "bubble-foot" }, below ? time : null);
  const column = el("div", { class: "bubble-column" }, sender(bubble, phone), body, keyboard(bubble, phone), foot);
  column.classList.toggle("with-keyboard", Boolean(bubble.keyboard?.length));
  return el("div", traits, bubble.from === "bot" && phone.onLine ? face() : null, column);
}

const systemText = (bubble) => bubble.parts.map((part) => part.text ?? part.alt ?? "").join(" ");

const mine = (bubble, phone) => (bubble.from === "person" && !phone.onLine && !bubble.author ? symbol("ticks") : null);

function sender(bubble, phone) {
  if (bubble.author) return el("span", { class: "bubble-sender bubble-author" }, bubble.author);
  if (phone.isGroup && bubble.from === "bot") return el("span", { class: "bubble-sender bubble-author" }, phone.world.title);
  return bubble.from === "bot" && phone.onLine ? el("span", { class: "bubble-sender" }, phone.world.title) : null;
}

function balloon(part, phone, bubble) {
  const kind = BARE.has(part.kind) ? "bare" : "balloon";
  return el("div", { class: `${kind} part-${part.kind}`, "data-part": part.kind }, partNode(part, phone, bubble));
}

function keyboard(bubble, phone) {
  if (!bubble.keyboard?.length) return null;
  const row = (buttons) => el("div", { class: "keyboard-row" },
    buttons.map((button) => pressable(phone, bubble.id, button, "keyboard-button")));
  return el("div", { class: "keyboard" }, bubble.keyboard.map(row));
}

/** Notes under a bubble how it came and what that costs; without a `world` there is no note. */
export function howNote(node, bubble, world, count) {
  const told = world && howWords(bubble.how, world.limit, count);
  const known = node.querySelector(".how");
  if (told && known?.textContent === told) return;
  known?.remove();
  if (!told) return;
  const note = el("span", { class: `how how-${bubble.how}`, title: say(`how_${bubble.how}_about`) }, told);
  node.querySelector(".bubble-foot").append(note);
}

function howWords(how, limit, count) {
  if (how === "reply") return say("how_reply");
  if (how === "push") return say(limit ? "how_push" : "how_push_unlimited", { limit, count });
  return null;
}
