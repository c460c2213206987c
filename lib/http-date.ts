const imfDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850Date = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const asctimeDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/** Reads the three forms of an HTTP date (RFC 9110 §5.6.7). @returns milliseconds since 1970, NaN for anything else */
export function parseHttpDate(text: string): number {
  const isZoned = imfDate.test(text) || rfc850Date.test(text);
  if (!isZoned && !asctimeDate.test(text)) return Number.NaN;
  const time = Date.parse(isZoned ? text : `${text} GMT`);
  return isSpelled(text, time) ? time : Number.NaN;
}

/** `Date` reads the 31st of February as the 3rd of March, 24:00 as the next day, and any weekday as the right one. */
function isSpelled(text: string, time: number): boolean {
  const [weekday = "", day, month = "", , clock = ""] = new Date(time).toUTCString().split(/[ ,]+/);
  return (
    text.startsWith(weekday) && text.includes(month) && text.includes(clock) && Number(/\d+/.exec(text)) === Number(day)
  );
}
