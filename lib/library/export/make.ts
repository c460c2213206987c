import pLimit from "p-limit";
import { AppError } from "../../errors.ts";
import { describeError, logger } from "../../logger.ts";
import { perProcess } from "../../per-process.ts";
import type { Edition } from "./edition.ts";
import { makeInThread, maxThreads } from "./threads.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const forms = {
  epub: { name: "EPUB", type: "application/epub+zip" },
  docx: { name: "DOCX", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
} as const;

export type Form = keyof typeof forms;

export const mediaType = (form: Form): string => forms[form].type;

/** More would wait longer than whoever asked. */
const maxWaiting = 20;

const work = perProcess("export.work", () => ({
  slot: pLimit(maxThreads),
  /** Those that are being made: whoever asks for one of them meanwhile gets the same. */
  making: new Map<string, Promise<Bytes>>(),
}));

const unavailable = (message: string) => new AppError("unavailable", message);

async function make(form: Form, edition: Edition): Promise<Bytes> {
  try {
    return await makeInThread(form, edition);
  } catch (error) {
    logger.warn(`⚠️ Le livre ${edition.id} n’a pas pu être mis en ${forms[form].name}`, describeError(error));
    throw unavailable(
      `Ce livre demande trop de temps ou de mémoire pour être mis en ${forms[form].name}\u202f; son fichier Markdown reste disponible.`,
    );
  }
}

/** @throws {AppError} unavailable, for a book that exceeds the bounds, or when too many wait */
export function makeFile(form: Form, edition: Edition): Promise<Bytes> {
  const { slot, making } = work.get();
  const key = [form, edition.id, edition.version, edition.language, edition.byModel].join();
  const known = making.get(key);
  if (known) return known;
  if (slot.pendingCount >= maxWaiting)
    throw unavailable("Trop de fichiers se préparent en ce moment\u202f: réessayez dans une minute.");
  const made = slot(() => make(form, edition)).finally(() => making.delete(key));
  making.set(key, made);
  return made;
}
