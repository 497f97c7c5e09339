/** Where the person writes: a text field, a send button, things to attach, and the menu's handle. */

import { send } from "../desk.js";
import { el } from "../dom.js";
import { trying } from "../shell/notices.js";
import { Popover } from "../shell/popover.js";
import { symbol } from "../symbols.js";

const CONTENTS = ["sticker", "image", "audio", "location", "file", "video"];
const TALLEST = 112;

/** The input bar of one phone. Enter sends; Shift+Enter starts a line. */
export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.field = el("textarea", { name: "say", rows: 1, wordHint: "say_hint", wordLabel: "say_hint", maxlength: 5000,
      oninput: () => this.grow(), onkeydown: (event) => this.key(event), onfocus: () => this.fold(true) });
    this.button = el("button", { type: "submit", name: "send", wordLabel: "send", class: "send" }, symbol("send"));
    this.menuHandle = el("button", { type: "button", name: "menu", class: "icon-button menu-handle", wordLabel: "rich_menu",
      "aria-expanded": "true", onclick: () => this.fold() }, symbol("menu"));
    this.node = el("form", { class: "composer", onsubmit: (event) => this.submit(event) },
      this.menuHandle, this.attachments().node, this.field, this.button);
    this.grow();
  }

  /** Folds the menu away, as LINE does while one writes, or shows it again. */
  fold(folded) {
    this.menuHandle.setAttribute("aria-expanded", !this.phone.menu.fold(folded));
  }

  attachments() {
    const item = (content) => el("button", { type: "button", "data-content": content, onclick: () => this.attach(content) },
      el("i", { class: `content-sign content-${content}` }, symbol(content)), el("span", { word: content }));
    const icon = symbol(this.phone.onLine ? "plus" : "clip");
    return new Popover({ class: "icon-button", name: "attach", wordLabel: "attach" }, [icon],
      el("div", { class: "panel attach-panel" }, CONTENTS.map(item)));
  }

  attach(content) {
    this.phone.chat.touch();
    return trying(send(this.phone.id, content));
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.node.requestSubmit();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.grow();
    if ((await this.phone.say(text)) === null && !this.field.value) this.invite(text);
  }

  grow() {
    this.button.disabled = !this.field.value.trim();
    this.field.style.removeProperty("height");
    const { scrollHeight, clientHeight } = this.field;
    if (scrollHeight > clientHeight) this.field.style.setProperty("height", `${Math.min(scrollHeight, TALLEST)}px`);
  }

  /** Puts `text` in the field, if any, and the cursor behind it. */
  invite(text) {
    if (text) this.field.value = text;
    this.grow();
    this.field.focus();
  }
}
