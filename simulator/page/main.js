/** The page, started: it builds the shell, follows the server, and hands each event to whom it concerns. */

import * as desk from "./desk.js";
import { relabel } from "./dom.js";
import { Shell } from "./shell/shell.js";
import { follow } from "./stream.js";
import { onLanguage } from "./words.js";

const WHILE_DOWN = 3000;
const WHILE_UP = 15000;
const shell = new Shell(document.body);
let held = null;

const HAPPENED = {
  bubble: ({ phone, bubble }) => shell.phones.get(phone)?.chat.put(bubble),
  phone: ({ phone }) => shell.showPhone(phone),
  clock: ({ now }) => shell.showNow(now),
  meter: ({ meter }) => shell.showMeter(meter),
  jumps: ({ jumps }) => shell.showJumps(jumps),
  typing: ({ phone }) => shell.phones.get(phone)?.chat.showTyping(),
  toast: ({ phone, text }) => shell.phones.get(phone)?.showToast(text),
};

function happened(event) {
  if (held) held.push(event);
  else HAPPENED[event.type]?.(event);
}

/** Reads the whole desk again; what happens meanwhile is held and told afterwards, so nothing is lost or undone. */
async function readAll() {
  held ??= [];
  try {
    shell.showState(await desk.state());
    await Promise.all([...shell.phones.values()].map(async (phone) => phone.chat.fill(await desk.messages(phone.id))));
    shell.banner.stream(true);
  } catch {
    shell.banner.stream(false);
    setTimeout(readAll, WHILE_DOWN);
    return;
  }
  const waiting = held;
  held = null;
  waiting.forEach(happened);
}

async function askWhetherUp() {
  const up = await desk.state().then((state) => state.bot_up, () => null);
  if (up !== null) shell.banner.bot(up);
  setTimeout(askWhetherUp, up ? WHILE_UP : WHILE_DOWN);
}

onLanguage(() => {
  relabel(document.body);
  shell.redraw();
});
follow({ opened: readAll, happened, lost: () => shell.banner.stream(false) });
setTimeout(askWhetherUp, WHILE_DOWN);
