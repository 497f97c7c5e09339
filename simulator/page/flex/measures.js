/** LINE's words for sizes, as pixels, and the checks that keep a card's values to what a card may say. */

const STEPS = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const TEXT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74 };
const IMAGE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220 };
const BORDER = { none: 0, light: 0.5, normal: 1, medium: 2, "semi-bold": 3, bold: 4 };
const WIDTH = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };
const SIDES = {
  start: "flex-start", top: "flex-start", "flex-start": "flex-start",
  end: "flex-end", bottom: "flex-end", "flex-end": "flex-end",
  center: "center", "space-between": "space-between", "space-around": "space-around", "space-evenly": "space-evenly",
};

function measured(words, value) {
  if (value === undefined || value === null) return null;
  if (value in words) return `${words[value]}px`;
  return /^\d+(\.\d+)?(px|%)$/.test(value) ? String(value) : null;
}

/** A margin, spacing, padding, offset or corner, in CSS. */
export const step = (value) => measured(STEPS, value);

/** A text or icon size, in CSS; "md" where nothing is said. */
export const textSize = (value) => measured(TEXT, value ?? "md") ?? "16px";

/** An image's width, in CSS; "md" where nothing is said, and the whole width for "full". */
export const imageSize = (value) => (value === "full" ? "100%" : measured(IMAGE, value ?? "md") ?? "100px");

/** A border's width, in CSS. */
export const border = (value) => measured(BORDER, value);

/** A width or height given in px or %, in CSS. */
export const length = (value) => measured({}, value);

/** A bubble's width; "mega" where nothing is said. */
export const bubbleWidth = (value) => `${WIDTH[value] ?? WIDTH.mega}px`;

/** A colour as LINE writes it, #RRGGBB or #RRGGBBAA; anything else is left out. */
export const color = (value) => (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(value ?? "") ? value : null);

/** LINE's alignment word in CSS's flexbox. */
export const side = (value) => SIDES[value] ?? null;

/** "20:13" as CSS; square where nothing is said. */
export function ratio(value) {
  const found = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value ?? "1:1");
  return found ? `${found[1]} / ${found[2]}` : "1 / 1";
}

/** A linear gradient in CSS from LINE's background object, or null. */
export function gradient(background) {
  const [from, to] = [color(background?.startColor), color(background?.endColor)];
  if (background?.type !== "linearGradient" || !from || !to) return null;
  const angle = /^\d+(\.\d+)?deg$/.test(background.angle ?? "") ? background.angle : "0deg";
  const middle = color(background.centerColor);
  const at = /^\d+(\.\d+)?%$/.test(background.centerPosition ?? "") ? background.centerPosition : "50%";
  return `linear-gradient(${angle}, ${[from, middle && `${middle} ${at}`, to].filter(Boolean).join(", ")})`;
}
