/** A small panel that a button opens, and that Escape or a press elsewhere closes. */

import { el } from "../dom.js";

/** A button (given by its traits and content) with a panel; choosing in the panel closes it.
 * `opened` is called whenever it opens. */
export class Popover {
  constructor(traits, content, panel, opened = () => {}) {
    this.panel = panel;
    this.opened = opened;
    this.button = el("button", { type: "button", "aria-haspopup": "true", "aria-expanded": "false",
      onclick: () => this.toggle(), ...traits }, content);
    this.node = el("div", { class: "popover" }, this.button, panel);
    panel.hidden = true;
    panel.addEventListener("click", (event) => event.target.closest("button") && this.toggle(false));
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.dismiss(event));
    document.addEventListener("pointerdown", (event) => this.node.contains(event.target) || this.toggle(false));
  }

  /** Opens or closes the panel. */
  toggle(shown = this.panel.hidden) {
    if (shown && this.panel.hidden) this.opened();
    this.panel.hidden = !shown;
    this.button.setAttribute("aria-expanded", shown);
  }

  dismiss(event) {
    if (this.panel.hidden) return;
    event.stopPropagation();
    this.toggle(false);
    this.button.focus();
  }
}
