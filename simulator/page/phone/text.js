/** Text as a chat shows it: line breaks kept, web addresses linked, Telegram's entities applied. */

import { el, safeLink } from "../dom.js";

const ADDRESS = /https?:\/\/[!-~]+/g;
const AFTERTHOUGHT = /[.,;:!?)\]}'">]+$/;
const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code", spoiler: "span",
  blockquote: "q",
};

/** Nodes for `text`; entity offsets count UTF-16 units, as the platforms and JavaScript do.
 *  A bot's /command can be pressed, and is then given to `command`. */
export function textNodes(text, entities, command = null) {
  const marks = [...(entities ?? []), ...addresses(text)];
  const cuts = new Set([0, text.length]);
  for (const { offset, length } of marks) cuts.add(offset).add(offset + length);
  const edges = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => dressed(text, edges[index], end, marks, command));
}

function dressed(text, start, end, marks, command) {
  const over = marks.filter(({ offset, length }) => offset <= start && end <= offset + length);
  const plain = document.createTextNode(text.slice(start, end));
  return unique(over).reduce((inner, mark) => wrap(mark, inner, text, command), plain);
}

function unique(marks) {
  const linked = marks.filter(isLink).slice(0, 1);
  return [...marks.filter((mark) => !isLink(mark)), ...linked];
}

const isLink = ({ type }) => type === "url" || type === "text_link";

function wrap(mark, inner, text, command) {
  const words = text.slice(mark.offset, mark.offset + mark.length);
  if (isLink(mark)) return link(mark.url ?? words, inner);
  if (mark.type === "bot_command" && command) return pressed(() => command(words), inner);
  const tag = TAGS[mark.type];
  return tag ? el(tag, {}, inner) : inner;
}

function link(address, inner) {
  const href = safeLink(address) ?? safeLink(`https://${address}`);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, inner);
}

function pressed(onclick, inner) {
  return el("button", { type: "button", class: "command", onclick }, inner);
}

function addresses(text) {
  return [...text.matchAll(ADDRESS)].map(({ 0: found, index }) =>
    ({ type: "url", offset: index, length: found.replace(AFTERTHOUGHT, "").length }));
}
