import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "./clock.ts";
import { notFound } from "./errors.ts";
import { perProcess } from "./per-process.ts";

const state = perProcess("ids", () => ({ lastMs: 0, counter: 0 }));

/** Makes a UUID v7 greater than the one before in this process, so that ids order rows by creation. */
export function newId(): string {
  const last = state.get();
  const ms = Math.max(now().getTime(), last.lastMs);
  last.counter = ms === last.lastMs ? last.counter + 1 : 0;
  last.lastMs = last.counter > 0xfff ? ms + 1 : ms;
  last.counter &= 0xfff;
  const time = last.lastMs.toString(16).padStart(12, "0");
  const order = last.counter.toString(16).padStart(3, "0");
  const variantAndRandom = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variantAndRandom}`;
}

/** @throws {AppError} not_found, naming `subject`, when `id` is no UUID */
export function readId(id: string, subject: string): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw notFound(subject);
  return parsed.data;
}
