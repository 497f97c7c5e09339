/** The small dialog in which a person chooses a date or a time. */

import { pickedInWords } from "../dates.js";
import { el } from "../dom.js";

const INPUT = { date: "date", time: "time", datetime: "datetime-local" };

/** Asks for what `button` wants; answers "2026-11-30", "18:00", "2026-11-30T18:00", or null when it is left. */
export function pick(button) {
  return new Promise((chosen) => {
    const input = el("input", { type: INPUT[button.does], name: "picked", required: true, ...limits(button) });
    const words = el("output", { class: "picked-words" });
    const tell = () => (words.textContent = input.value ? pickedInWords(input.value) : "");
    input.addEventListener("input", tell);
    tell();
    const dialog = pickerDialog(button, input, words);
    dialog.addEventListener("close", () => {
      dialog.remove();
      chosen(dialog.returnValue === "picked" ? input.value : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
  });
}

function limits({ initial, min, max }) {
  const plain = (value) => value?.replace("t", "T");
  return { value: plain(initial), min: plain(min), max: plain(max) };
}

function pickerDialog(button, input, words) {
  const left = () => dialog.close("left");
  const form = el("form", { method: "dialog" }, el("h2", {}, button.label || el("span", { word: `pick_${button.does}` })),
    input, words, el("div", { class: "dialog-buttons" },
      el("button", { type: "button", class: "quiet", name: "leave", word: "cancel", onclick: left }),
      el("button", { type: "submit", class: "strong", name: "pick", value: "picked", word: "ok" })));
  const dialog = el("dialog", { class: "dialog picker", "data-picker": button.does }, form);
  return dialog;
}
