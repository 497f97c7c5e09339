/** What is different where a phone shows a group: who writes next, and whose words a bubble holds. */

import { el } from "../dom.js";

/** The people of the group that `phone` shows, or none. */
export const peopleOf = (phone) => phone.facts.group?.people ?? [];

/** The chooser of who writes next; `changed` is called when somebody else does. */
export class Writers {
  constructor(phone, changed) {
    this.phone = phone;
    this.list = el("select", { name: "writer", wordLabel: "writer", onchange: changed });
    this.node = el("label", { class: "writers" }, el("span", { word: "writer" }), this.list);
  }

  /** Who writes next, by the id of their phone. */
  get chosen() {
    return this.list.value || undefined;
  }

  /** Is this the name of the one who writes next? */
  is(name) {
    return this.list.selectedOptions[0]?.textContent === name;
  }

  /** Shows who is in the group now. */
  show() {
    const { value } = this.list;
    this.list.replaceChildren(...peopleOf(this.phone).map(({ id, name }) => el("option", { value: id }, name)));
    if (peopleOf(this.phone).some(({ id }) => id === value)) this.list.value = value;
    this.node.hidden = !this.phone.facts.group || !this.phone.facts.opened;
  }
}
