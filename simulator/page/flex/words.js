/** Text in a Flex card, whole or in spans. */

import { el, paint } from "../dom.js";
import { color, step, textSize } from "./measures.js";

const ALIGN = { start: "left", end: "right", center: "center" };

const CLAMPED = { display: "-webkit-box", "-webkit-box-orient": "vertical" };

/** The element for a text component. */
export function flexText(component) {
  const { align, wrap, maxLines, lineSpacing, contents, text, size } = component;
  const spans = (contents ?? []).filter(({ type }) => type === "span").map(span);
  const node = el("p", { class: wrap ? "flex-text wrapped" : "flex-text" }, spans.length ? spans : text ?? "");
  paint(node, { ...letters(component), "font-size": textSize(size), "text-align": ALIGN[align] ?? null });
  if (step(lineSpacing)) paint(node, { "line-height": `calc(1.4em + ${step(lineSpacing)})` });
  if (wrap && maxLines > 0) paint(node, { ...CLAMPED, "-webkit-line-clamp": String(maxLines) });
  return node;
}

function span(piece) {
  const node = el("span", {}, piece.text ?? "");
  paint(node, { ...letters(piece), "font-size": piece.size ? textSize(piece.size) : null });
  return node;
}

function letters({ weight, color: painted, style, decoration }) {
  return { "font-weight": weight === "bold" ? "700" : weight === "regular" ? "400" : null, color: color(painted),
    "font-style": style === "italic" ? "italic" : null,
    "text-decoration": decoration === "underline" || decoration === "line-through" ? decoration : null };
}
