/** LINE's Flex messages: a card, or a row of cards that scrolls sideways. */

import { el, paint } from "../dom.js";
import { makePressable } from "../phone/buttons.js";
import { componentNode } from "./components.js";
import { bubbleWidth, color } from "./measures.js";

const BLOCKS = ["header", "hero", "body", "footer"];

/** The element for a Flex part; its alternative text is what is read aloud first. */
export function flexNode(part, phone, bubble) {
  const cards = part.contents?.type === "carousel" ? part.contents.contents ?? [] : [part.contents];
  const nodes = cards.filter(Boolean).map((card) => cardNode(card, { phone, bubble }));
  const many = cards.length > 1;
  const look = many ? "carousel many" : "carousel";
  return el("div", { class: look, role: "group", "aria-label": part.alt, tabindex: many ? 0 : null }, nodes);
}

function cardNode(card, place) {
  const blocks = BLOCKS.filter((name) => card[name]).map((name) => blockNode(name, card, place));
  const dir = card.direction === "rtl" ? "rtl" : "ltr";
  const node = el("article", { class: "flex-card", dir, style: { width: bubbleWidth(card.size) } }, blocks);
  if (card.action?._button) makePressable(node, place.phone, place.bubble.id, card.action._button);
  return node;
}

function blockNode(name, card, place) {
  const style = card.styles?.[name] ?? {};
  const node = el("div", { class: `flex-block flex-${name}` }, componentNode(card[name], place, "vertical"));
  if (name === "body" && card.footer) node.classList.add("before-footer");
  if (style.separator) paint(node, { "border-top": `1px solid ${color(style.separatorColor) ?? "#d9dce1"}` });
  paint(node, { "background-color": color(style.backgroundColor) });
  return node;
}
