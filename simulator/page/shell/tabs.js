/** Tabs for when the phones do not all fit: they say which is in view and bring another one. */

import { el } from "../dom.js";

/** One tab for each phone, kept in step with the row as it is swiped. */
export class Tabs {
  constructor(row) {
    this.row = row;
    this.buttons = new Map();
    this.node = el("nav", { class: "tabs", wordLabel: "phones" });
    this.watcher = new IntersectionObserver((seen) => this.saw(seen), { root: row, threshold: 0.6 });
    new ResizeObserver(() => this.fit()).observe(row);
  }

  /** Shows a tab for each of `phones`, in their order. */
  show(phones) {
    this.phones = phones;
    this.watcher.disconnect();
    this.buttons = new Map([...phones.values()].map((phone) => [phone.id, this.tab(phone)]));
    this.node.replaceChildren(...this.buttons.values());
    phones.forEach((phone) => this.watcher.observe(phone.node));
    this.fit();
  }

  tab(phone) {
    const dot = el("i", { class: "tab-dot", "aria-hidden": "true" });
    const button = el("button", { type: "button", "data-tab": phone.id, "data-channel": phone.facts.channel,
      onclick: () => this.select(phone.id) }, dot, phone.facts.name);
    phone.node.addEventListener("ping", () => button.classList.toggle("waiting", !button.ariaCurrent));
    return button;
  }

  fit() {
    this.node.hidden = this.row.scrollWidth <= this.row.clientWidth + 2;
  }

  saw(seen) {
    for (const { target, isIntersecting } of seen) this.mark(this.buttons.get(target.dataset.phone), isIntersecting);
  }

  mark(button, inView) {
    if (!button) return;
    if (inView) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    if (inView) button.classList.remove("waiting");
  }

  /** Brings the phone with this id into view. */
  select(id) {
    const phone = this.phones?.get(id)?.node;
    if (!phone) return;
    this.row.scrollTo({ left: phone.offsetLeft - (this.row.clientWidth - phone.offsetWidth) / 2, behavior: "smooth" });
  }
}
