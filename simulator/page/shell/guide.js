/** The guide: five things to try, each ticked off when it has been done. */

import { el } from "../dom.js";
import { symbol } from "../symbols.js";
import { say } from "../words.js";

const FOLDED = "handup.desk.guide_folded";
const ABOUT_A_ROLE = /หางาน|สมัคร|role|sign up/i;
const ABOUT_HOURS = /ชม|ชั่วโมง|hour|\d\s*h\b/i;
const STEPS = [
  { name: "open", done: (deed) => deed.did === "open" },
  { name: "answer", done: (deed) => deed.did === "say" || deed.did === "tap" },
  { name: "role", done: (deed) => ABOUT_A_ROLE.test(deed.text ?? "") },
  { name: "jump", done: (deed) => deed.did === "clock" && deed.jump },
  { name: "hours", done: (deed) => deed.did === "say" && ABOUT_HOURS.test(deed.text) },
];

/** A strip of steps that can be folded away; pressing a step shows where to do it. */
export class Guide {
  constructor(shell) {
    this.shell = shell;
    this.steps = STEPS.map((step, index) => this.row(step, index + 1));
    this.list = el("ol", { id: "guide-steps" }, this.steps.map((step) => step.node));
    this.fold = el("button", { type: "button", class: "guide-fold", name: "guide", "aria-controls": "guide-steps",
      onclick: () => this.folded(!this.list.hidden) }, el("span", { word: "guide" }), symbol("down"));
    this.node = el("section", { class: "guide" }, this.fold, this.list);
    this.folded(localStorage.getItem(FOLDED) === "yes" || matchMedia("(max-width: 1099px)").matches, { remember: false });
    document.addEventListener("deed", (event) => this.tick(event.detail));
    this.redraw();
  }

  row(step, number) {
    const more = el("small");
    const tick = el("span", { class: "step-number", "aria-hidden": "true" }, el("b", {}, String(number)), symbol("check"));
    const words = el("span", { class: "step-words" }, el("strong", { word: `step_${step.name}` }), more);
    const button = el("button", { type: "button", onclick: () => this.point(step.name) }, tick, words);
    return { ...step, more, node: el("li", { "data-step": step.name }, button) };
  }

  /** Says the lines that hold an example again in the page's language. */
  redraw() {
    for (const step of this.steps) step.more.textContent = say(`step_${step.name}_more`, { example: say("hours_example") });
  }

  folded(folded, { remember = true } = {}) {
    this.list.hidden = folded;
    this.fold.setAttribute("aria-expanded", !folded);
    if (remember) localStorage.setItem(FOLDED, folded ? "yes" : "no");
  }

  tick(deed) {
    for (const step of this.steps) {
      if (step.done(deed)) step.node.classList.add("done");
    }
  }

  point(name) {
    if (name === "jump") return this.shell.clock.jumps.toggle(true);
    const phones = [...this.shell.phones.values()];
    const phone = phones.find(({ facts }) => (name === "open" ? !facts.opened : isInUse(facts))) ?? phones[0];
    if (!phone) return undefined;
    this.shell.tabs.select(phone.id);
    return phone.invite(name === "hours" ? say("hours_example") : "");
  }
}

const isInUse = ({ opened, blocked, role }) => opened && !blocked && role === "volunteer";
