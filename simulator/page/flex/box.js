/** Flex boxes: children in a column or in a line, with LINE's spacing, padding, borders and backgrounds. */

import { el, paint } from "../dom.js";
import { border, color, gradient, length, side, step } from "./measures.js";

/** The element for a box; `draw` draws each child in the box's layout. */
export function boxNode(box, place, draw) {
  const layout = box.layout ?? "vertical";
  const node = el("div", { class: `flex-box flex-${layout}` });
  const children = (box.contents ?? []).map((child) => ({ child, drawn: draw(child, place, layout) }));
  children.forEach(({ child, drawn }, index) => apart(drawn, child, box, layout, index));
  node.append(...children.map(({ drawn }) => drawn));
  paint(node, { ...padding(box), ...looks(box), ...extent(box) });
  return node;
}

function apart(node, child, box, layout, index) {
  const inFlow = index > 0 && child.position !== "absolute";
  const gap = step(child.margin) ?? (inFlow ? step(box.spacing) : null);
  if (gap) node.style.setProperty(layout === "vertical" ? "margin-top" : "margin-left", gap);
}

function padding({ paddingAll, paddingTop, paddingBottom, paddingStart, paddingEnd }) {
  const all = step(paddingAll);
  return { "padding-top": step(paddingTop) ?? all, "padding-bottom": step(paddingBottom) ?? all,
    "padding-left": step(paddingStart) ?? all, "padding-right": step(paddingEnd) ?? all };
}

function looks({ backgroundColor, background, cornerRadius, borderWidth, borderColor }) {
  const width = border(borderWidth) ?? (color(borderColor) ? "1px" : null);
  return { "background-color": color(backgroundColor), "background-image": gradient(background),
    "border-radius": step(cornerRadius), overflow: cornerRadius ? "hidden" : null,
    border: width ? `${width} solid ${color(borderColor) ?? "#d9dce1"}` : null };
}

function extent({ width, height, maxWidth, maxHeight, justifyContent, alignItems }) {
  return { width: length(width), height: length(height), "max-width": length(maxWidth), "max-height": length(maxHeight),
    "justify-content": side(justifyContent), "align-items": side(alignItems) };
}
