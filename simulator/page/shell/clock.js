/** The simulated clock: what it says, and the ways to move it. */

import { clockTime, shortDate, wholeDate } from "../dates.js";
import { moveClock, state } from "../desk.js";
import { el } from "../dom.js";
import { symbol } from "../symbols.js";
import { language } from "../words.js";
import { trying } from "./notices.js";
import { Popover } from "./popover.js";

const HOUR = 3600;

/** The clock of the top bar, with its step buttons and its menu of jumps. */
export class Clock {
  constructor() {
    this.time = el("span", { class: "clock-time" });
    this.date = el("span", { class: "clock-date" });
    this.brief = el("span", { class: "clock-brief", "aria-hidden": "true" });
    const traits = { class: "clock-face", "data-clock": true, role: "timer", wordLabel: "clock" };
    this.face = el("time", traits, this.time, this.date, this.brief);
    this.list = el("ul", { class: "jumps-list" });
    const panel = el("div", { class: "panel jumps-panel" }, el("h2", { word: "jump_title" }), this.list);
    this.jumps = new Popover({ class: "step-button jumps-button", name: "jumps" },
      [symbol("skip"), el("span", { word: "jump" }), symbol("down")], panel, () => this.look());
    const steps = [this.step("plus_hour", HOUR), this.step("plus_day", 24 * HOUR), this.jumps.node];
    this.controls = el("div", { class: "clock-controls", role: "group", wordLabel: "clock_controls" }, steps);
    this.node = el("div", { class: "clock" }, this.face, this.controls);
  }

  step(word, seconds) {
    const advance = () => this.move({ advance: seconds });
    return el("button", { type: "button", class: "step-button", "data-advance": seconds, word, onclick: advance });
  }

  /** Moves the time; until the bot has done what fell due, the controls wait. */
  async move(to) {
    if (this.node.ariaBusy === "true") return;
    this.node.ariaBusy = "true";
    await trying(moveClock(to));
    this.node.ariaBusy = "false";
  }

  /** Shows the moment `now` (ISO). */
  show(now) {
    this.now = now;
    this.face.dateTime = now;
    this.time.textContent = clockTime(now);
    this.date.textContent = wholeDate(now);
    this.brief.textContent = shortDate(now);
    this.face.title = wholeDate(now);
  }

  /** Asks again which jumps there are: who has signed up for something meanwhile finds its sessions. */
  async look() {
    this.showJumps((await state()).jumps ?? []);
  }

  /** Shows the jumps the server offers, soonest first as it gives them. */
  showJumps(jumps) {
    this.offered = jumps;
    const none = el("li", { class: "jumps-none", word: "jump_none" });
    this.list.replaceChildren(...(jumps.length ? jumps.map((jump) => this.jumpRow(jump)) : [none]));
  }

  jumpRow(jump) {
    const when = el("small", {}, `${shortDate(jump.to)} · ${clockTime(jump.to)}`);
    const go = () => this.move({ to: jump.to });
    return el("li", {}, el("button", { type: "button", "data-jump": jump.to, onclick: go },
      el("span", {}, jump.label[language()]), when));
  }

  /** Says the date and the jumps again in the page's language. */
  redraw() {
    if (!this.now) return;
    this.show(this.now);
    this.showJumps(this.offered ?? []);
  }
}
