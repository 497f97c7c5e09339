/** Moments as people in Bangkok read them: พ.ศ. and Thai names in Thai, C.E. in English. */

import { language, say } from "./words.js";

const BANGKOK = 7 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
const NAMES = {
  th: {
    days: ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"],
    months: ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
      "ตุลาคม", "พฤศจิกายน", "ธันวาคม"],
    short: ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
  },
  en: {
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December"],
    short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  },
};

const two = (number) => String(number).padStart(2, "0");
const inBangkok = (iso) => new Date(Date.parse(iso) + BANGKOK);
const year = (moment) => moment.getUTCFullYear() + (language() === "th" ? 543 : 0);

/** 14:05 in Bangkok. */
export function clockTime(iso) {
  const moment = inBangkok(iso);
  return `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
}

/** A whole date: วันเสาร์ที่ 28 พฤศจิกายน พ.ศ. 2569, or Saturday 28 November 2026. */
export function wholeDate(iso) {
  const moment = inBangkok(iso);
  const { days, months } = NAMES[language()];
  const [day, month] = [days[moment.getUTCDay()], months[moment.getUTCMonth()]];
  const date = moment.getUTCDate();
  if (language() === "th") return `วัน${day}ที่ ${date} ${month} พ.ศ. ${year(moment)}`;
  return `${day} ${date} ${month} ${year(moment)}`;
}

/** A short date: ส. 28 พ.ย. 2569 or Sat 28 Nov 2026, without the weekday's full name. */
export function shortDate(iso) {
  const moment = inBangkok(iso);
  const { days, short } = NAMES[language()];
  const day = language() === "th" ? days[moment.getUTCDay()] : days[moment.getUTCDay()].slice(0, 3);
  return `${day} ${moment.getUTCDate()} ${short[moment.getUTCMonth()]} ${year(moment)}`;
}

/** The day as a chat's divider says it, seen from `now`: today, yesterday, or the date. */
export function dividerDate(iso, now) {
  const days = dayNumber(now) - dayNumber(iso);
  if (days === 0) return say("today");
  return days === 1 ? say("yesterday") : shortDate(iso);
}

/** A count of days that is the same for every moment of one Bangkok day. */
export const dayNumber = (iso) => Math.floor((Date.parse(iso) + BANGKOK) / DAY);

/** What a picker's value means, in words: a date, a time, or both. */
export function pickedInWords(value) {
  if (/^\d\d:\d\d/.test(value)) return value;
  const iso = value.includes("T") ? `${value}:00+07:00` : `${value}T00:00:00+07:00`;
  return value.includes("T") ? `${wholeDate(iso)} ${clockTime(iso)}` : wholeDate(iso);
}
