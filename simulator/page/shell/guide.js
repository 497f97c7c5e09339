/** The guide: seven things to try, each ticked off when it has been done. */

import { el } from "../dom.js";
import { symbol } from "../symbols.js";
import { say } from "../words.js";

const FOLDED = "handup.desk.guide_folded";
const ABOUT_A_ROLE = /หางาน|สมัคร|role|sign up/i;
const ABOUT_COMING = /ไปได้|มาได้|ไปไม่ได้|มาไม่ได้|\bcoming\b|cannot come/i;
const A_CHECK_IN = /^\s*(เช็ค\s?อิน|เช็ก\s?อิน|check[\s-]?in)\s+\S/i;
const ABOUT_HOURS = /(?:[\d๐-๙]|ครึ่ง).*(?:ชม|ชั่วโมง|hour)|\d\s*h\b/i;
const LOGGED = /^(บันทึกเลย|log it)$/i;
const STEPS = [
  { name: "open", done: (deed) => deed.did === "open" },
  { name: "answer", done: (deed) => deed.did === "say" || deed.did === "tap" },
  { name: "role", done: (deed) => ABOUT_A_ROLE.test(deed.text ?? "") },
  { name: "jump", done: (deed) => deed.did === "clock" && deed.jump },
  { name: "coming", done: (deed) => ABOUT_COMING.test(deed.text ?? "") },
  { name: "checkin", done: (deed) => deed.did === "say" && A_CHECK_IN.test(deed.text) },
  { name: "hours", done: ({ did, text = "" }) => (did === "say" ? ABOUT_HOURS : LOGGED).test(text) },
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
    for (const step of this.steps) step.more.textContent = say(`step_${step.name}_more`, { example: say(EXAMPLES[step.name] ?? "hours_example") });
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
    const phone = phones.find(({ facts }) => WHOSE[name]?.(facts) ?? isInUse(facts)) ?? phones[0];
    if (!phone) return undefined;
    this.shell.tabs.select(phone.id);
    return phone.invite(EXAMPLES[name] ? say(EXAMPLES[name]) : "");
  }
}

const isInUse = ({ opened, blocked, role }) => opened && !blocked && role === "volunteer";

/** On which phone a step is done, if not on a volunteer's that is in use. */
const WHOSE = { open: ({ opened }) => !opened, checkin: ({ role }) => role === "staff" };

/** What is typed there. */
const EXAMPLES = { hours: "hours_example", checkin: "code_example" };
