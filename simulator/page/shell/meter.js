/** The meter: how much of the month's LINE quota is used, and what was free. */

import { el } from "../dom.js";
import { say } from "../words.js";

const NEARLY_FULL = 0.8;

/** A slim bar with figures; its tooltip says what counts and what does not. */
export class Meter {
  constructor() {
    this.figure = el("strong", { class: "meter-figure" });
    this.fill = el("i");
    this.bar = el("div", { class: "meter-bar", role: "meter", wordLabel: "meter", "aria-valuemin": 0 }, this.fill);
    this.free = el("span");
    this.telegram = el("span");
    this.node = el("div", { class: "meter", "data-meter": true, tabindex: 0, "aria-describedby": "meter-about" },
      el("div", { class: "meter-top" }, el("span", { word: "meter" }), this.figure),
      this.bar,
      el("div", { class: "meter-free" }, this.free, this.telegram),
      el("p", { id: "meter-about", class: "tooltip", role: "tooltip", word: "meter_about" }));
  }

  /** Shows the month as the server counts it; a limit of null is a plan without a limit. */
  show(meter) {
    this.meter = meter;
    const { limit, used } = meter;
    this.figure.textContent = say(limit === null ? "meter_unlimited" : "meter_used", { used, limit });
    this.free.textContent = say("meter_free", { count: meter.free_replies });
    this.telegram.textContent = say("meter_telegram", { count: meter.telegram_sent });
    const share = limit ? Math.min(1, used / limit) : 0;
    this.fill.style.setProperty("width", `${share * 100}%`);
    this.node.classList.toggle("nearly-full", share >= NEARLY_FULL);
    this.bar.setAttribute("aria-valuenow", used);
    this.bar.setAttribute("aria-valuemax", limit ?? used);
  }

  /** Says the figures again in the page's language. */
  redraw() {
    if (this.meter) this.show(this.meter);
  }
}
