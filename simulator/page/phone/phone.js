/** One phone on the desk: whose it is, its screen, and what its owner's hands can do. */

import { clockTime, dayNumber } from "../dates.js";
import { block, open, sayText } from "../desk.js";
import { el, relabel } from "../dom.js";
import { trying } from "../shell/notices.js";
import { symbol } from "../symbols.js";
import { say } from "../words.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { peopleOf, Writers } from "./group.js";
import { header } from "./header.js";
import { RichMenu } from "./rich_menu.js";

const PLATFORM = { line: "LINE", telegram: "Telegram" };
const TOAST_FOR = 4000;
const PING_FOR = 1800;

/** A phone as the server tells it in `facts`, standing in a `world` of {title, now, limit}. */
export class Phone {
  constructor(facts, world) {
    this.facts = facts;
    this.world = world;
    this.time = el("span", { class: "status-time" });
    this.people = el("span", { class: "people" });
    this.header = header(this);
    this.menu = new RichMenu(this);
    this.writers = new Writers(this, () => this.chat.redraw());
    this.chat = new Chat(this);
    this.composer = new Composer(this);
    this.door = el("div", { class: "door" });
    const look = this.isGroup ? "phone group" : "phone";
    const traits = { class: look, "data-phone": facts.id, "data-channel": facts.channel };
    this.node = el("section", traits, this.owner(), this.frame());
    this.show(facts);
    this.redraw();
    this.showNow();
  }

  get id() {
    return this.facts.id;
  }

  get onLine() {
    return this.facts.channel === "line";
  }

  get isGroup() {
    return Boolean(this.facts.group);
  }

  owner() {
    this.badge = el("span", { class: "badge" });
    const face = el("span", { class: "owner-face", "aria-hidden": "true" }, firstLetter(this.facts.name));
    const where = el("span", { class: "owner-channel" }, PLATFORM[this.facts.channel]);
    const tongue = el("span", { class: "owner-tongue" }, this.isGroup ? this.people : this.tongue());
    return el("div", { class: "owner" }, face, el("div", { class: "owner-words" },
      el("h2", {}, this.facts.name), el("p", {}, where, " · ", tongue)), this.badge);
  }

  tongue() {
    return this.facts.language === "th" ? "ไทย" : "English";
  }

  frame() {
    const status = el("div", { class: "status-bar", "aria-hidden": "true" }, this.time, el("span", { class: "status-pill" }),
      el("span", { class: "status-signs" }, el("i"), el("i"), el("i"), el("b")));
    const foot = el("div", { class: "foot" }, this.writers.node, this.composer.node, this.door, this.menu.node);
    this.screen = el("div", { class: "screen" }, status, this.header, this.chat.node, foot);
    return el("div", { class: "frame" }, this.screen);
  }

  /** Shows what the server says about this phone now. */
  show(facts) {
    this.facts = facts;
    const { opened, blocked, role } = facts;
    this.node.dataset.opened = opened;
    this.node.dataset.blocked = blocked;
    this.badge.dataset.word = role;
    this.badge.className = `badge badge-${role}`;
    this.composer.node.hidden = !opened || blocked;
    this.writers.show();
    this.tellPeople();
    this.menu.show(opened && !blocked ? facts.rich_menu : null);
    this.showDoor(blocked ? "back" : opened ? "" : "in");
    this.header.querySelector("button[name=block]").hidden = !opened || blocked;
    relabel(this.node);
    return this;
  }

  tellPeople() {
    if (this.isGroup) this.people.textContent = say("people", { count: peopleOf(this).length });
  }

  showDoor(way) {
    if (this.door.dataset.way === way) return;
    this.door.dataset.way = way;
    this.door.replaceChildren(...{ "": () => [], in: () => this.wayIn(), back: () => this.wayBack() }[way]());
  }

  wayIn() {
    const word = this.isGroup ? "take_in" : this.onLine ? "add_friend" : "start";
    const button = el("button", { type: "button", name: "open", onclick: () => this.enter() },
      this.onLine || this.isGroup ? symbol("plus") : null, el("span", { word }));
    return [button];
  }

  enter() {
    this.chat.touch();
    return trying(open(this.id));
  }

  /** Sends `text` as its owner would; null when the server refuses it. */
  say(text) {
    this.chat.touch();
    return trying(sayText(this.id, text, this.isGroup ? this.writers.chosen : undefined));
  }

  wayBack() {
    const back = () => trying(block(this.id, false));
    const [about, word] = this.isGroup ? ["put_out_already", "take_in"] : ["blocked", "unblock"];
    return [el("p", { word: about }), el("button", { type: "button", name: "unblock", word, onclick: back })];
  }

  /** Shows the simulated time in the status bar. */
  showNow() {
    if (!this.world.now) return;
    this.time.textContent = clockTime(this.world.now);
    this.chat.turn(dayNumber(this.world.now));
  }

  /** Says everything on this phone again in the page's language. */
  redraw() {
    relabel(this.node);
    this.tellPeople();
    this.node.setAttribute("aria-label", say(this.isGroup ? "group_of" : "phone_of", { name: this.facts.name, channel: PLATFORM[this.facts.channel] }));
    this.chat.redraw();
    this.menu.redraw();
  }

  /** Lights the phone up for a moment, as when it rings. */
  ping() {
    this.node.classList.remove("pinged");
    requestAnimationFrame(() => this.node.classList.add("pinged"));
    clearTimeout(this.quietAgain);
    this.quietAgain = setTimeout(() => this.node.classList.remove("pinged"), PING_FOR);
    this.node.dispatchEvent(new CustomEvent("ping"));
  }

  /** Shows the platform's short answer to a tap, over the chat. */
  showToast(text) {
    const toast = el("p", { class: "toast", role: "status", "data-toast": true }, text);
    this.chat.node.append(toast);
    setTimeout(() => toast.remove(), TOAST_FOR);
  }

  /** Puts the hand on the next thing to press or to type. */
  invite(text) {
    const button = this.door.querySelector("button");
    if (button) return button.focus();
    return this.composer.invite(text);
  }
}

function firstLetter(name) {
  const letters = name.replace(/^(คุณ|พี่|น้อง)\s*/, "").replace(/^[เแโใไ]/, "");
  return letters.charAt(0).toUpperCase();
}
