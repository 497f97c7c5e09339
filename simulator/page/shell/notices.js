/** A short notice at the foot of the page, for what went wrong. */

import { el } from "../dom.js";
import { say } from "../words.js";

const SHOWN_FOR = 5000;
const shelf = el("div", { class: "notices", role: "status" });

/** Shows `text` for a few seconds. */
export function notice(text) {
  if (!shelf.isConnected) document.body.append(shelf);
  const one = el("p", {}, text);
  shelf.append(one);
  setTimeout(() => one.remove(), SHOWN_FOR);
}

/** Waits for `deed`; when the server refuses, says why and answers null. */
export async function trying(deed) {
  try {
    return await deed;
  } catch (refused) {
    notice(say("failed", { reason: refused.message }));
    return null;
  }
}
