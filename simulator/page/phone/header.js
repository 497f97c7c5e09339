/** The head of a chat, in the manner of its platform, with the phone's own menu. */

import { block } from "../desk.js";
import { el } from "../dom.js";
import { trying } from "../shell/notices.js";
import { Popover } from "../shell/popover.js";
import { symbol } from "../symbols.js";

/** The header of `phone`: who one is talking with, and a menu to block it. */
export function header(phone) {
  const blocking = () => trying(block(phone.id, true));
  const words = [symbol("stop"), el("span", { word: phone.isGroup ? "put_out" : "block" })];
  const item = el("button", { type: "button", name: "block", onclick: blocking }, words);
  const more = new Popover({ class: "icon-button", name: "more", wordLabel: "more" }, [symbol("dots")],
    el("div", { class: "panel phone-panel" }, item));
  return el("div", { class: "chat-header" }, symbol("back"), phone.isGroup ? symbol("people") : face(), names(phone), more.node);
}

/** The bot's round picture. */
export function face() {
  return el("img", { class: "bot-face", src: "/page/mark.svg", alt: "", width: 36, height: 36 });
}

function names(phone) {
  if (phone.isGroup) return el("div", { class: "chat-names" }, el("strong", {}, phone.facts.name), el("span", { word: "group" }));
  const kind = el("span", { word: phone.onLine ? "official" : "bot" });
  return el("div", { class: "chat-names" }, el("strong", {}, phone.world.title), kind);
}
