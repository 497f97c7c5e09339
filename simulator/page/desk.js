/** The desk's server: what can be asked of it and what a person's hands can do on a phone. */

/** The server refused, or could not be reached; `message` says why. */
export class DeskRefused extends Error {}

async function call(path, options) {
  const answer = await fetch(path, options).catch((lost) => {
    throw new DeskRefused(lost.message);
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new DeskRefused(said.error ?? `HTTP ${answer.status}`);
  return said;
}

function tell(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) });
}

function act(deed, phone, verb, body) {
  document.dispatchEvent(new CustomEvent("deed", { detail: { ...deed, phone } }));
  return tell(`/desk/phones/${encodeURIComponent(phone)}/${verb}`, body);
}

/** The whole desk: now, title, phones, meter, jumps, bot_up. */
export const state = () => call("/desk/state");

/** Every bubble of one phone, oldest first. */
export const messages = (phone) => call(`/desk/phones/${encodeURIComponent(phone)}/messages`);

/** Adds a phone and answers it. */
export const addPhone = (phone) => tell("/desk/phones", phone);

/** Adds the bot as a friend, or presses START. */
export const open = (phone) => act({ did: "open" }, phone, "open");

/** Sends a text; in a group, `writer` writes it. */
export const sayText = (phone, text, writer) => act({ did: "say", text }, phone, "say", { text, writer });

/** Taps a button of a bubble; `picked` is a date or a time where the button asks for one. */
export const tap = (phone, bubble, button, picked) =>
  act({ did: "tap", text: button.label ?? "" }, phone, "tap", { bubble, button: button.id, picked });

/** Sends something that is not text: sticker, image, video, audio, file or location. */
export const send = (phone, content) => act({ did: "send" }, phone, "send", { content });

/** Blocks the bot, or lets it in again. */
export const block = (phone, blocked) => act({ did: "block" }, phone, blocked ? "block" : "unblock");

/** Moves the clock: {"advance": seconds} or {"to": ISO moment}. */
export const moveClock = (move) => {
  document.dispatchEvent(new CustomEvent("deed", { detail: { did: "clock", jump: "to" in move } }));
  return tell("/desk/clock", move);
};
