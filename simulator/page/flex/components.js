/** The components that a Flex card is built of, each drawn as LINE draws it. */

import { el, paint, safePicture } from "../dom.js";
import { makePressable, pressable } from "../phone/buttons.js";
import { symbol } from "../symbols.js";
import { boxNode } from "./box.js";
import { color, imageSize, ratio, side, step, textSize } from "./measures.js";
import { flexText } from "./words.js";

const DRAWN = {
  box: (component, place) => boxNode(component, place, componentNode),
  text: flexText,
  button,
  image,
  icon,
  video: (component) => image({ ...component, url: component.previewUrl, size: "full" }),
  separator: (component) => el("hr", { class: "flex-separator", style: { "background-color": color(component.color) } }),
  filler: () => el("div", { class: "flex-filler" }),
  spacer: (component) => el("div", { style: { height: step(component.size ?? "md"), width: step(component.size ?? "md") } }),
};

const OWN_SIZE = new Set(["separator", "icon", "spacer"]);

/** The element for one component inside a box that is laid out as `layout`. */
export function componentNode(component, place, layout) {
  const draw = DRAWN[component?.type];
  if (!draw) return el("span");
  const node = draw(component, place, layout);
  paint(node, { flex: share(component, layout), "align-self": gravity(component, layout) });
  offset(node, component);
  const tapped = component.action?._button;
  if (tapped && component.type !== "button") makePressable(node, place.phone, place.bubble.id, tapped);
  return node;
}

function share({ type, flex, width }, layout) {
  if (flex > 0) return layout === "vertical" ? `${Number(flex)} 0 auto` : `${Number(flex)} 1 0`;
  if (flex === 0) return "0 0 auto";
  const own = layout === "vertical" || OWN_SIZE.has(type) || width;
  return own && type !== "filler" ? "0 0 auto" : "1 1 0";
}

function gravity({ type, gravity: wanted, align }, layout) {
  if (layout === "vertical") return type === "image" || type === "icon" ? side(align ?? "center") : null;
  return side(wanted ?? (type === "image" && layout === "horizontal" ? "top" : null));
}

function offset(node, { position, offsetTop, offsetBottom, offsetStart, offsetEnd }) {
  const moved = { top: step(offsetTop), bottom: step(offsetBottom), left: step(offsetStart), right: step(offsetEnd) };
  if (position === "absolute") paint(node, { position: "absolute", ...moved });
  else if (Object.values(moved).some(Boolean)) paint(node, { position: "relative", ...moved });
}

function button(component, place) {
  const { style = "link", height = "md", color: painted, action = {}, scaling } = component;
  const tapped = action._button ?? { id: "", label: action.label ?? "" };
  const node = pressable(place.phone, place.bubble.id, { ...tapped, label: action.label ?? tapped.label },
    `flex-button flex-button-${style} flex-height-${height}`);
  node.classList.toggle("scaling", Boolean(scaling));
  const tint = color(painted);
  if (tint) paint(node, style === "link" ? { color: tint } : { "background-color": tint });
  return node;
}

function image({ url, size, aspectRatio, aspectMode, backgroundColor }) {
  const missing = () => frame.classList.add("missing");
  const picture = el("img", { src: safePicture(url), alt: "", loading: "lazy", onerror: missing });
  picture.style.setProperty("object-fit", aspectMode === "cover" ? "cover" : "contain");
  const frame = el("div", { class: "flex-image" }, picture, symbol("image"));
  paint(frame, { width: imageSize(size), "max-width": `min(100%, ${imageSize(size)})`, "aspect-ratio": ratio(aspectRatio), "background-color": color(backgroundColor) });
  if (!safePicture(url)) missing();
  return frame;
}

function icon({ url, size, aspectRatio }) {
  const height = textSize(size);
  const node = el("img", { class: "flex-icon", src: safePicture(url), alt: "", onerror: () => (node.hidden = true) });
  paint(node, { height, "aspect-ratio": ratio(aspectRatio) });
  return node;
}
