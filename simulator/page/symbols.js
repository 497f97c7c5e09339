/** The page's pictograms, drawn as lines on a 24 by 24 grid. */

import { drawn } from "./dom.js";

const PATHS = {
  send: ["M4.5 12 20 4.5 15.5 20l-3.2-6.3z", "M12.3 13.7 20 4.5"],
  plus: ["M12 5v14", "M5 12h14"],
  dots: ["M12 5.2v.1", "M12 12v.1", "M12 18.8v.1"],
  menu: ["M4.5 7h15", "M4.5 12h15", "M4.5 17h15"],
  clip: ["M19 11.5l-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3 3 0 0 1 4.3 4.3l-7.7 7.7a1.5 1.5 0 0 1-2.1-2.1l6.8-6.8"],
  sticker: ["M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z", "M8.5 14.2c1.9 2.4 5.1 2.4 7 0", "M9.2 9.6v.1", "M14.8 9.6v.1"],
  image: ["M4.5 5.5h15v13h-15z", "M4.5 16l4.3-4.2 3.2 3 3.3-3.8 4.2 4.2", "M9 9v.1"],
  audio: ["M12 4a2.7 2.7 0 0 1 2.7 2.7v5a2.7 2.7 0 0 1-5.4 0v-5A2.7 2.7 0 0 1 12 4z", "M6.5 11.5a5.5 5.5 0 0 0 11 0", "M12 17v3"],
  video: ["M4 7h11v10H4z", "M15 11l5-3v8l-5-3"],
  location: ["M12 20.5c4.3-4.3 6.3-7.5 6.3-10.2a6.3 6.3 0 1 0-12.6 0c0 2.7 2 5.9 6.3 10.2z", "M12 8.2a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"],
  file: ["M7 3.5h7l4 4v13H7z", "M14 3.5v4h4"],
  down: ["M6.5 9.5l5.5 5.5 5.5-5.5"],
  back: ["M14.5 5.5 8 12l6.5 6.5"],
  close: ["M6 6l12 12", "M18 6 6 18"],
  check: ["M5.5 12.5l4.3 4.3 8.7-9.3"],
  ticks: ["M2.5 12.8l3.9 3.9 7.6-8.6", "M10.8 15.5l1.3 1.2 7.7-8.6"],
  clock: ["M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4z", "M12 7.5V12l3 2"],
  skip: ["M5.5 6.5l6 5.5-6 5.5z", "M12.5 6.5l6 5.5-6 5.5z"],
  play: ["M8.5 6.5v11l9-5.5z"],
  link: ["M9 15l6-6", "M10.5 6.5l2-2a4.2 4.2 0 0 1 6 6l-2 2", "M13.5 17.5l-2 2a4.2 4.2 0 0 1-6-6l2-2"],
  people: ["M9 5.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z", "M3.5 18.5c0-3 2.4-5 5.5-5s5.5 2 5.5 5", "M15.5 6a2.6 2.6 0 0 1 0 5.2", "M17 13.8c2.2.5 3.5 2.3 3.5 4.7"],
  stop: ["M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z", "M6.4 6.4l11.2 11.2"],
};

/** The pictogram called `name`; decorative, so that the words beside it are what is read aloud. */
export function symbol(name) {
  const lines = PATHS[name].map((d) => drawn("path", { d }));
  return drawn("svg", { viewBox: "0 0 24 24", class: `symbol symbol-${name}`, "aria-hidden": "true" }, ...lines);
}
