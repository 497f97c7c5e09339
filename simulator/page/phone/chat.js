/** A chat's wall: its bubbles in order, the days between them, and the answers offered under the last. */

import { dayNumber, dividerDate } from "../dates.js";
import { el } from "../dom.js";
import { symbol } from "../symbols.js";
import { bubbleNode, howNote } from "./bubble.js";
import { pressable } from "./buttons.js";
import { peopleOf } from "./group.js";
import { face } from "./header.js";

const NEAR_THE_END = 120;
const TYPING_FOR = { line: 20000, telegram: 6000 };
const ANSWER_WITHIN = 4000;
const ONE_CALL = 40;

/** The wall of one phone. */
export class Chat {
  constructor(phone) {
    this.phone = phone;
    this.bubbles = new Map();
    this.touched = 0;
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", wordLabel: "chat_log", tabindex: 0 });
    this.quick = el("div", { class: "quick", role: "group", wordLabel: "quick" });
    this.typing = el("div", { class: "typing", wordLabel: "typing", role: "img" }, el("i"), el("i"), el("i"));
    const traits = { type: "button", class: "newer", wordLabel: "new_below" };
    this.newer = el("button", { ...traits, onclick: () => this.toEnd() }, symbol("down"));
    this.node = el("div", { class: "wall" }, this.log, this.newer, this.quick);
    this.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    const stay = () => this.following && this.toEnd("instant");
    this.log.addEventListener("load", stay, true);
    new ResizeObserver(stay).observe(this.log);
    this.newer.hidden = true;
    this.following = true;
  }

  /** Shows a whole chat at once, without animation and without being read aloud. */
  fill(bubbles) {
    this.quietly(() => {
      this.bubbles = new Map(bubbles.map((bubble) => [bubble.id, { bubble, node: bubbleNode(bubble, this.phone) }]));
      this.log.replaceChildren(this.intro(), ...[...this.bubbles.values()].map((one) => one.node));
      this.arrange();
    });
    this.toEnd("instant");
  }

  quietly(change) {
    this.log.setAttribute("aria-live", "off");
    change();
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 100);
  }

  /** Shows one bubble: a new one comes in below, a known one is shown anew where it is. */
  put(bubble) {
    const known = this.bubbles.get(bubble.id);
    const node = bubbleNode(bubble, this.phone);
    const following = this.following || bubble.from === "person";
    this.bubbles.set(bubble.id, { ...known, bubble, node });
    if (known) known.node.replaceWith(node);
    else this.comeIn(bubble, node);
    this.arrange();
    if (following) this.toEnd();
    else this.newer.hidden = Boolean(known);
  }

  comeIn(bubble, node) {
    if (bubble.from === "bot") this.typing.remove();
    node.classList.add("coming");
    this.log.append(node);
    if (this.unasked(bubble)) this.phone.ping();
  }

  unasked({ from, how }) {
    return from === "bot" && (how === "push" || (how === "telegram" && performance.now() - this.touched > ANSWER_WITHIN));
  }

  /** Remembers that the person has just done something, so that what follows is an answer. */
  touch() {
    this.touched = performance.now();
  }

  /** Shows that the bot is writing, for as long as the platform would. */
  showTyping() {
    this.log.append(this.typing);
    this.toEnd();
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.typing.remove(), TYPING_FOR[this.phone.facts.channel]);
  }

  intro() {
    const word = this.phone.isGroup ? "intro_group" : this.phone.onLine ? "intro_line" : "intro_telegram";
    const title = this.phone.isGroup ? this.phone.facts.name : this.phone.world.title;
    return el("div", { class: "intro" }, face(), el("strong", {}, title), el("p", { word }));
  }

  /** Puts days between bubbles, groups what belongs together, and offers the last bubble's quick replies. */
  arrange() {
    const shown = [...this.bubbles.values()];
    shown.forEach((one, index) => this.place(one, shown[index - 1]?.bubble, shown[index + 1]?.bubble));
    this.log.classList.toggle("empty", shown.length === 0);
    this.offer(shown.at(-1)?.bubble);
  }

  place(one, before, after) {
    const { bubble, node } = one;
    const newDay = !before || dayNumber(before.at) !== dayNumber(bubble.at);
    this.divide(one, newDay);
    node.classList.toggle("first", newDay || !sameSide(before, bubble));
    node.classList.toggle("last", !after || !sameSide(after, bubble));
    howNote(node, bubble, sameCall(bubble, after) ? null : this.phone.world, peopleOf(this.phone).length || 1);
  }

  /** Names the days anew when the calendar has turned to `today`. */
  turn(today) {
    if (this.today !== today) this.arrange();
    this.today = today;
  }

  divide(one, newDay) {
    if (!newDay) return one.day?.remove();
    const words = dividerDate(one.bubble.at, this.phone.world.now ?? one.bubble.at);
    one.day ??= el("div", { class: "day" }, el("span"));
    if (one.day.textContent !== words) one.day.firstChild.textContent = words;
    if (one.day.nextSibling !== one.node) one.node.before(one.day);
    return undefined;
  }

  offer(last) {
    const buttons = last?.quick ?? [];
    this.quick.replaceChildren(...buttons.map((button) => pressable(this.phone, last.id, button, "quick-button")));
    this.quick.hidden = buttons.length === 0;
  }

  /** Draws every bubble again, in the page's language. */
  redraw() {
    const { scrollTop } = this.log;
    this.fill([...this.bubbles.values()].map(({ bubble }) => bubble));
    this.log.scrollTop = scrollTop;
  }

  scrolled() {
    const up = this.log.scrollTop < this.scrolledTo;
    this.scrolledTo = this.log.scrollTop;
    this.following = this.atEnd() || (this.following && !up);
    if (this.following) this.newer.hidden = true;
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_THE_END;
  }

  toEnd(behavior = "smooth") {
    this.following = true;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
    this.newer.hidden = true;
  }
}

const sameSide = (one, other) => one.from === other.from && one.author === other.author;

function sameCall(bubble, next) {
  if (!bubble.how || next?.how !== bubble.how) return false;
  return bubble.call ? bubble.call === next.call : Date.parse(next.at) - Date.parse(bubble.at) <= ONE_CALL;
}
