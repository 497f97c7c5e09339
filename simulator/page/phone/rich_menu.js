/** LINE's rich menu: a picture with tappable areas at the foot of the chat, which can be folded away. */

import { el, paint, safePicture } from "../dom.js";
import { say } from "../words.js";
import { pressable } from "./buttons.js";

const MENU = "menu";

/** The rich menu of one phone; hidden while there is none. */
export class RichMenu {
  constructor(phone) {
    this.phone = phone;
    this.picture = el("div", { class: "rich-picture", wordLabel: "rich_menu", role: "group" });
    this.node = el("div", { class: "rich-menu" }, this.picture);
    this.node.hidden = true;
    this.folded = false;
    this.menu = null;
  }

  /** Shows `menu`, or nothing. */
  show(menu) {
    const same = JSON.stringify(menu) === JSON.stringify(this.menu);
    this.menu = menu;
    if (!same) this.redraw();
  }

  /** Draws the menu again, in the page's language. */
  redraw() {
    this.node.hidden = !this.menu || this.folded;
    this.phone.node?.classList.toggle("has-menu", Boolean(this.menu));
    if (!this.menu) return;
    const src = safePicture(this.menu.image);
    const { width, height } = this.menu.size;
    paint(this.picture, { "aspect-ratio": `${width} / ${height}` });
    const areas = this.menu.areas.map((area, index) => this.area(area, index + 1));
    this.picture.replaceChildren(src ? el("img", { src, alt: "" }) : "", ...areas);
  }

  area(area, number) {
    const { width, height } = this.menu.size;
    const share = (part, whole) => `${(part / whole) * 100}%`;
    const label = area.label || say("menu_area", { number });
    const button = { id: area.button, label, does: area.does, url: area.url };
    const node = pressable(this.phone, MENU, button, "rich-area", el("span", {}, label));
    paint(node, { left: share(area.x, width), top: share(area.y, height) });
    paint(node, { width: share(area.width, width), height: share(area.height, height) });
    return node;
  }

  /** Folds the menu away, or shows it again; says whether it is folded now. */
  fold(folded = !this.folded) {
    this.folded = folded;
    this.redraw();
    return this.folded;
  }
}
