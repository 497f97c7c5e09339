/** What a bubble holds: text, cards, pictures, and friendly stand-ins for what a desk cannot record. */

import { el, safeLink, safePicture, drawn } from "../dom.js";
import { flexNode } from "../flex/flex.js";
import { symbol } from "../symbols.js";
import { say } from "../words.js";
import { templateNode } from "./template.js";
import { textNodes } from "./text.js";

const DRAWN = {
  text: (part, phone) => el("p", { class: "text" }, textNodes(part.text, part.entities, (words) => phone.say(words))),
  flex: (part, phone, bubble) => flexNode(part, phone, bubble),
  template: (part, phone, bubble) => templateNode(part, phone, bubble),
  image: (part) => picture(part) ?? standIn("image"),
  video: () => standIn("video"),
  audio: () => voice(),
  sticker: () => sticker(),
  location: (part) => place(part),
  file: (part) => file(part),
};

const WAVE = [6, 12, 18, 10, 15, 20, 9, 14, 7, 16, 11, 5];

/** The element for one part; a kind that is not known shows its words. */
export function partNode(part, phone, bubble) {
  const draw = DRAWN[part.kind];
  return draw ? draw(part, phone, bubble) : el("p", { class: "text" }, part.text ?? part.alt ?? part.kind);
}

function picture(part) {
  const src = safePicture(part.url);
  return src && el("img", { class: "picture", src, alt: part.alt ?? say("image"), loading: "lazy" });
}

function standIn(kind) {
  return el("div", { class: `stand-in stand-in-${kind}`, role: "img", "aria-label": say(kind) },
    symbol(kind === "video" ? "play" : "image"), el("span", {}, say(kind)));
}

function voice() {
  const bars = WAVE.map((height) => el("i", { style: { height: `${height}px` } }));
  return el("div", { class: "voice", role: "img", "aria-label": say("audio") },
    symbol("play"), el("span", {}, bars), el("small", {}, "0:05"));
}

function sticker() {
  return drawn("svg", { viewBox: "0 0 120 120", class: "sticker-art", role: "img", "aria-label": say("sticker") },
    drawn("circle", { cx: 60, cy: 64, r: 44, fill: "#ffd166" }), drawn("circle", { cx: 38, cy: 74, r: 7, fill: "#ff9f80" }),
    drawn("circle", { cx: 82, cy: 74, r: 7, fill: "#ff9f80" }), drawn("circle", { cx: 46, cy: 58, r: 5, fill: "#46351d" }),
    drawn("circle", { cx: 74, cy: 58, r: 5, fill: "#46351d" }),
    drawn("path", { d: "M45 74c6 12 24 12 30 0", fill: "none", stroke: "#46351d", "stroke-width": 4.5 }),
    drawn("path", { d: "M93 36c8-12 16-14 17-6 1 7-7 12-12 15", fill: "#ffd166", stroke: "#e8b23f", "stroke-width": 2.5 }));
}

function place(part) {
  const words = [part.title, part.address].filter(Boolean);
  return el("div", { class: "place" }, el("div", { class: "place-map", "aria-hidden": "true" }, symbol("location")),
    el("div", { class: "place-words" }, el("strong", {}, words[0] ?? say("place")), words[1] ? el("span", {}, words[1]) : null));
}

function file(part) {
  const href = part.url && (safeLink(part.url) ?? safePicture(part.url));
  const name = el("span", { class: "file-name" }, part.name ?? say("file"));
  const inside = [el("span", { class: "file-sign" }, symbol("file")), name];
  if (!href) return el("div", { class: "file" }, inside);
  return el("a", { class: "file", href, target: "_blank", rel: "noopener noreferrer" }, inside);
}
