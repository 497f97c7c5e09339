/** Building the page: elements from traits, with text and never with markup, so that no message can become code. */

import { say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element of `tag` with `traits` (attributes, `on…` listeners, `style` pairs, `word…` keys) and children. */
export function el(tag, traits = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) give(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function give(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "style") paint(node, value);
  else if (name === "word" || name === "wordLabel" || name === "wordHint") speakThrough(node, name, value);
  else node.setAttribute(name, value === true ? "" : String(value));
}

/** Sets CSS properties one by one, leaving out those without a value. */
export function paint(node, styles) {
  for (const [property, value] of Object.entries(styles)) {
    if (value !== null && value !== undefined) node.style.setProperty(property, value);
  }
}

function speakThrough(node, kind, key) {
  node.dataset[kind] = key;
  relabelOne(node);
}

/** Says every page word under `root` again, after the language has changed. */
export function relabel(root) {
  root.querySelectorAll("[data-word], [data-word-label], [data-word-hint]").forEach(relabelOne);
}

function relabelOne(node) {
  const { word, wordLabel, wordHint } = node.dataset;
  if (word) node.textContent = say(word);
  if (wordLabel) node.setAttribute("aria-label", say(wordLabel));
  if (wordLabel && node.tagName === "BUTTON") node.title = say(wordLabel);
  if (wordHint) node.setAttribute("placeholder", say(wordHint));
}

/** An SVG element, decorative unless it is given a label. */
export function drawn(tag, traits = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(traits)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** Only an address a chat may open: web, mail, telephone or LINE; otherwise null. */
export function safeLink(url) {
  return /^(https?:\/\/|mailto:|tel:|line:\/\/|tg:\/\/)/i.test(url ?? "") ? url : null;
}

/** Only an address a picture may come from: the web, this server, or the page itself; otherwise null. */
export function safePicture(url) {
  return /^(https?:\/\/|\/(?!\/)|data:image\/(png|jpeg|gif|webp);|blob:)/i.test(url ?? "") ? url : null;
}
