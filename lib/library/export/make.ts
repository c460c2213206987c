import pLimit from "p-limit";
import { AppError } from "../../errors.ts";
import { describeError, logger } from "../../logger.ts";
import { perProcess } from "../../per-process.ts";
import type { Edition } from "./edition.ts";
import { makeInProcess } from "./pdf/make-in-process.ts";
import { makeInThread, maxThreads } from "./threads.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Maker = (edition: Edition) => Promise<Bytes>;

const inThread =
  (form: "epub" | "docx"): Maker =>
  (edition) =>
    makeInThread(form, edition);

const forms = {
  epub: { name: "EPUB", type: "application/epub+zip", make: inThread("epub"), where: "thread" },
  docx: {
    name: "DOCX",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: inThread("docx"),
    where: "thread",
  },
  pdf: { name: "PDF", type: "application/pdf", make: makeInProcess, where: "process" },
} as const;

export type Form = keyof typeof forms;

export const mediaType = (form: Form): string => forms[form].type;

/** More would wait longer than whoever asked. */
const maxWaiting = 20;

const work = perProcess("export.work", () => ({
  /** A process takes both processors and the memory of several threads. */
  slots: { thread: pLimit(maxThreads), process: pLimit(1) },
  /** Those that are being made: whoever asks for one of them meanwhile gets the same. */
  making: new Map<string, Promise<Bytes>>(),
}));

const unavailable = (message: string) => new AppError("unavailable", message);

async function make(form: Form, edition: Edition): Promise<Bytes> {
  const { name, make } = forms[form];
  try {
    return await make(edition);
  } catch (error) {
    logger.warn(`⚠️ Le livre ${edition.id} n’a pas pu être mis en ${name}`, describeError(error));
    throw unavailable(
      `Ce livre n’a pas pu être mis en ${name}\u202f: il demande trop de temps ou de mémoire. Son fichier Markdown reste disponible.`,
    );
  }
}

/** @throws {AppError} unavailable, for a book that exceeds the bounds, or when too many wait */
export function makeFile(form: Form, edition: Edition): Promise<Bytes> {
  const { slots, making } = work.get();
  const key = [form, edition.id, edition.version, edition.language, edition.byModel].join();
  const known = making.get(key);
  if (known) return known;
  const slot = slots[forms[form].where];
  if (slot.pendingCount >= maxWaiting)
    throw unavailable("Trop de fichiers se préparent en ce moment\u202f: réessayez dans une minute.");
  const made = slot(() => make(form, edition)).finally(() => making.delete(key));
  making.set(key, made);
  return made;
}
