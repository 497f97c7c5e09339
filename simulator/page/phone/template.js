/** LINE's simpler cards: confirm, buttons, and columns of them. */

import { el, safePicture } from "../dom.js";
import { pressable } from "./buttons.js";

/** The element for a template part; columns, where there are any, stand side by side. */
export function templateNode(part, phone, bubble) {
  const columns = part.columns?.length ? part.columns : [part];
  const look = columns.length > 1 ? "carousel many" : "carousel";
  const cards = columns.map((column) => card(column, phone, bubble));
  return el("div", { class: look, role: "group", "aria-label": part.alt }, cards);
}

function card(column, phone, bubble) {
  const src = safePicture(column.image);
  const buttons = column.buttons ?? [];
  return el("div", { class: "template" }, src ? el("img", { src, alt: "" }) : null,
    el("div", { class: "template-words" }, column.title ? el("strong", {}, column.title) : null,
      column.text ? el("p", { class: "text" }, column.text) : null),
    el("div", { class: buttons.length === 2 && !column.title ? "template-buttons pair" : "template-buttons" },
      buttons.map((button) => pressable(phone, bubble.id, button, "template-button"))));
}
