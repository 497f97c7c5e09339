/** Buttons of the chat: pressing one tells the server, asks for a date first, or follows a link. */

import { tap } from "../desk.js";
import { el, safeLink } from "../dom.js";
import { trying } from "../shell/notices.js";
import { symbol } from "../symbols.js";
import { pick } from "./picker.js";

const PICKED = new Set(["date", "time", "datetime"]);

/** Does what `button` of `bubble` does; answers when the server has taken it. */
export async function press(phone, bubble, button) {
  if (button.does === "link") return follow(button.url);
  const picked = PICKED.has(button.does) ? await pick(button) : undefined;
  if (picked === null) return null;
  phone.chat.touch();
  return trying(tap(phone.id, bubble, button, picked));
}

function follow(url) {
  const href = safeLink(url);
  if (href) window.open(href, "_blank", "noopener");
}

/** A button element that carries `button`; it cannot be pressed twice while the first press is under way. */
export function pressable(phone, bubble, button, look, content = button.label) {
  const pressed = async (event) => {
    event.stopPropagation();
    node.disabled = true;
    await press(phone, bubble, button);
    node.disabled = false;
    if (event.detail === 0 && !node.isConnected) phone.composer.invite("");
  };
  const sign = button.does === "link" ? symbol("link") : null;
  const traits = { type: "button", class: look, "data-button": button.id, "data-does": button.does, onclick: pressed };
  const node = el("button", traits, content, sign);
  return node;
}

/** Makes any element pressable, by hand and by keyboard, as a card's tappable box is. */
export function makePressable(node, phone, bubble, button) {
  const pressed = (event) => {
    event.stopPropagation();
    press(phone, bubble, button);
  };
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  node.setAttribute("data-button", button.id);
  if (button.label) node.setAttribute("aria-label", button.label);
  node.classList.add("tappable");
  node.addEventListener("click", pressed);
  node.addEventListener("keydown", (event) => {
    if (event.target !== node || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    pressed(event);
  });
}
