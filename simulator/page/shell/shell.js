/** The shell: everything around the phones, and the row that the phones stand in. */

import { el } from "../dom.js";
import { Phone } from "../phone/phone.js";
import { AddPhone } from "./add_phone.js";
import { Banner } from "./banner.js";
import { Clock } from "./clock.js";
import { Guide } from "./guide.js";
import { Meter } from "./meter.js";
import { Tabs } from "./tabs.js";
import { Topbar } from "./topbar.js";

const TICK = 5000;

/** The page as a whole; `phones` holds each phone on it by its id. */
export class Shell {
  constructor(body) {
    this.phones = new Map();
    this.world = { title: "HandUp", now: null, limit: null };
    this.banner = new Banner();
    this.clock = new Clock();
    this.meter = new Meter();
    this.row = el("main", { class: "phones", wordLabel: "phones" });
    this.tabs = new Tabs(this.row);
    this.guide = new Guide(this);
    const topbar = new Topbar(this.clock, this.meter);
    const strip = el("div", { class: "strip" }, this.guide.node, new AddPhone((phone) => this.welcome(phone)).node);
    body.append(topbar.node, this.banner.node, strip, this.tabs.node, this.row);
  }

  /** Shows the desk as the server tells it whole: phones that are gone leave the row. */
  showState(state) {
    this.world.title = state.title || this.world.title;
    this.banner.bot(state.bot_up);
    this.showMeter(state.meter);
    this.showNow(state.now);
    this.showJumps(state.jumps ?? []);
    this.forget(state.phones.map((phone) => phone.id));
    state.phones.forEach((phone) => this.showPhone(phone));
  }

  forget(present) {
    for (const [id, phone] of this.phones) {
      if (present.includes(id)) continue;
      phone.node.remove();
      this.phones.delete(id);
    }
    this.tabs.show(this.phones);
  }

  /** Shows what is new about a phone, or stands a new phone in the row. */
  showPhone(facts) {
    const known = this.phones.get(facts.id);
    if (known) return known.show(facts);
    const phone = new Phone(facts, this.world);
    this.phones.set(facts.id, phone);
    this.row.append(phone.node);
    this.tabs.show(this.phones);
    return phone;
  }

  /** Brings a phone that was just added into view. */
  welcome(facts) {
    this.showPhone(facts);
    this.tabs.select(facts.id);
  }

  /** Takes the simulated moment from the server; from then on it runs as real time does. */
  showNow(now) {
    const behind = Date.parse(now) - Date.now();
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.showMoment(new Date(Date.now() + behind).toISOString()), TICK);
    this.showMoment(now);
  }

  showMoment(now) {
    this.world.now = now;
    this.clock.show(now);
    this.phones.forEach((phone) => phone.showNow());
  }

  /** Shows what has been sent this month. */
  showMeter(meter) {
    this.world.limit = meter.limit;
    this.meter.show(meter);
  }

  /** Shows the moments worth jumping to. */
  showJumps(jumps) {
    this.clock.showJumps(jumps);
  }

  /** Says everything again in the page's language. */
  redraw() {
    this.clock.redraw();
    this.meter.redraw();
    this.guide.redraw();
    this.phones.forEach((phone) => phone.redraw());
  }
}
