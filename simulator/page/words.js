/** The page's own language: which one it is, what a key says in it, and who wants to know when it changes. */

import en from "./words/en.js";
import th from "./words/th.js";

const WORDS = { th, en };
const REMEMBERED = "handup.desk.language";
const listeners = [];
let current = remembered() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "th");

function remembered() {
  const language = localStorage.getItem(REMEMBERED);
  return language in WORDS ? language : null;
}

/** The language of the page: "th" or "en". */
export const language = () => current;

/** What `key` says in the page's language, with {names} filled from `values`. */
export function say(key, values = {}) {
  return (WORDS[current][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Changes the page's language, remembers it, and tells everybody who listens. */
export function speak(chosen) {
  current = chosen;
  localStorage.setItem(REMEMBERED, chosen);
  document.documentElement.lang = chosen;
  listeners.forEach((listener) => listener(chosen));
}

/** Calls `listener` after each change of language. */
export function onLanguage(listener) {
  listeners.push(listener);
}

document.documentElement.lang = current;
