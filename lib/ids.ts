import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "./clock.ts";
import { notFound } from "./errors.ts";

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

/** Reads an id as a URL gives it. @throws {AppError} not_found, naming `subject`, when it is not a UUID */
export function readId(id: string, subject: string): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw notFound(subject);
  return parsed.data;
}
