import { randomUUID } from "node:crypto";
import { now } from "./clock.ts";

let lastMs = 0;
let counter = 0;

/** A UUID v7 on our clock. Within a process each is greater than the one before, so ids order rows by creation. */
export function newId(): string {
  const ms = Math.max(now().getTime(), lastMs);
  counter = ms === lastMs ? counter + 1 : 0;
  lastMs = counter > 0xfff ? ms + 1 : ms;
  counter &= 0xfff;
  const time = lastMs.toString(16).padStart(12, "0");
  const order = counter.toString(16).padStart(3, "0");
  const variantAndRandom = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variantAndRandom}`;
}
