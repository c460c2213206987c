const decimal = new Intl.NumberFormat("fr-FR");

/** French digits: a narrow no-break space between thousands. */
export const number = (value: number) => decimal.format(value);

/** Reads a number as typed in French: `3 000`, `0,5`; NaN when it is none. */
export const parseNumber = (typed: string) => Number(typed.replace(/\s/g, "").replace(",", ".") || Number.NaN);

/** `8 chapitres`, `1 mot`, `0 mot`: French counts from two on in the plural. */
export const count = (value: number, one: string, many = `${one}s`) =>
  `${number(value)} ${Math.abs(value) >= 2 ? many : one}`;

const share = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 1 });

/** A share from 0 to 1: `12,5 %`. */
export const percent = (value: number) => share.format(value).replace("\u00a0", "\u202f");

const money = (digits: number) =>
  new Intl.NumberFormat("fr-FR", {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
const coarse = money(2);
const fine = money(4);

/** US dollars, of less than ten cents down to a hundredth of one: `12,40 $`, `0,0042 $`. */
export const dollars = (value: number) => (value < 0.1 ? fine : coarse).format(value);

const wordsPerMinute = 225;

/** Estimates the time it takes to read so many words. */
export const readingTime = (words: number) => duration(Math.max(1, Math.round(words / wordsPerMinute)) * 60_000);

/** A length of time as a person says it, down to the millisecond: `38 ms`, `30,0 s`, `4 min 12 s`, `1 h 05`, `2 j 3 h`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 10_000 && milliseconds % 1000) return `${(milliseconds / 1000).toFixed(1).replace(".", ",")} s`;
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${seconds} s`;
  if (hours === 0) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  if (hours < 24) return minutes % 60 ? `${hours} h ${String(minutes % 60).padStart(2, "0")}` : `${hours} h`;
  return hours % 24 ? `${Math.floor(hours / 24)} j ${hours % 24} h` : `${Math.floor(hours / 24)} j`;
}

/** The same, counting in whole seconds: what a running clock shows. */
export const clockDuration = (milliseconds: number) =>
  duration(Math.max(0, Math.floor(milliseconds / 1000)) * 1000 || 1000);
