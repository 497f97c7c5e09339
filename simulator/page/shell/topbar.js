/** The top bar: what this is, the clock, the meter, and the language of the page. */

import { el } from "../dom.js";
import { language, onLanguage, speak } from "../words.js";

/** The bar across the top; it is given the clock and the meter that stand in it. */
export class Topbar {
  constructor(clock, meter) {
    this.node = el("header", { class: "topbar" }, brand(), clock.node, meter.node, languages());
  }
}

function brand() {
  const words = el("div", { class: "brand-words" }, el("h1", {}, "HandUp"), el("p", { word: "tagline" }));
  return el("div", { class: "brand" }, el("img", { src: "/page/mark.svg", alt: "", width: 44, height: 44 }), words);
}

function languages() {
  const buttons = [["th", "ไทย"], ["en", "EN"]].map(([code, name]) =>
    el("button", { type: "button", "data-lang": code, lang: code, onclick: () => speak(code) }, name));
  const show = () => buttons.forEach((one) => one.setAttribute("aria-pressed", one.dataset.lang === language()));
  onLanguage(show);
  show();
  return el("div", { class: "languages", role: "group", wordLabel: "language" }, buttons);
}
