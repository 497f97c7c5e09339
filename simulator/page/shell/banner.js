/** The thin banner that says when the server or the bot cannot be reached. */

import { el } from "../dom.js";

/** A line across the page, hidden while all is well; a lost stream outranks a silent bot. */
export class Banner {
  constructor() {
    this.up = { stream: true, bot: true };
    this.words = el("span");
    this.node = el("div", { class: "banner", role: "status", "data-banner": true }, el("i", { class: "pulse" }), this.words);
    this.node.hidden = true;
  }

  /** Whether the server's events reach the page. */
  stream(up) {
    this.show({ ...this.up, stream: up });
  }

  /** Whether the bot answers. */
  bot(up) {
    this.show({ ...this.up, bot: up });
  }

  show(up) {
    this.up = up;
    this.node.hidden = up.stream && up.bot;
    if (!this.node.hidden) this.words.replaceChildren(el("span", { word: up.stream ? "bot_down" : "stream_down" }));
  }
}
