/** Adding a phone: a name, an app, a language and a role. */

import { addPhone } from "../desk.js";
import { el } from "../dom.js";
import { symbol } from "../symbols.js";
import { trying } from "./notices.js";

/** The button and its dialog; `added` is called with the new phone. */
export class AddPhone {
  constructor(added) {
    this.added = added;
    this.form = el("form", { method: "dialog", onsubmit: (event) => this.submit(event) },
      el("h2", { word: "add_phone_title" }),
      this.nameField(),
      choice("channel", [["line", "LINE"], ["telegram", "Telegram"]]),
      choice("role", [["volunteer", null], ["staff", null], ["group", null]], "role_or_group"),
      choice("language", [["th", "ไทย"], ["en", "English"]], "phone_language"),
      el("div", { class: "dialog-buttons" },
        el("button", { type: "button", class: "quiet", word: "cancel", onclick: () => this.dialog.close() }),
        el("button", { type: "submit", class: "strong", name: "add", word: "add" })));
    this.dialog = el("dialog", { class: "dialog", "data-add-phone": true }, this.form);
    const ask = () => this.dialog.showModal();
    this.button = el("button", { type: "button", class: "add-phone", name: "add_phone", onclick: ask },
      symbol("plus"), el("span", { word: "add_phone" }));
    this.node = el("div", { class: "adding" }, this.button, this.dialog);
  }

  nameField() {
    this.name = el("input", { name: "name", required: true, maxlength: 40, autocomplete: "off", wordHint: "name_hint" });
    return el("label", { class: "field" }, el("span", { word: "name" }), this.name);
  }

  async submit(event) {
    event.preventDefault();
    const phone = await trying(addPhone(Object.fromEntries(new FormData(this.form))));
    if (!phone) return;
    this.form.reset();
    this.dialog.close();
    this.added(phone);
  }
}

function choice(name, options, title = name) {
  const radios = options.map(([value, label], index) =>
    el("label", {}, el("input", { type: "radio", name, value, checked: index === 0 }),
      label ? el("span", {}, label) : el("span", { word: value })));
  return el("fieldset", { class: "field" }, el("legend", { word: title }), el("div", { class: "choices" }, radios));
}
