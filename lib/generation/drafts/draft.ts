import { makeStorable } from "../../contract/text.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { describeError, logger } from "../../logger.ts";
import type { Answer } from "../models/answer.ts";
import { addPiece, type Chapter, startDraft } from "./pieces.ts";

export type Part = { update: (textSoFar: string) => void; end: (answer: Answer | undefined) => void };

export type Draft = {
  /** Parts asked side by side are shown in the order they were begun. */
  part: () => Part;
  /** Call it however the chapter's stage ends. */
  close: () => Promise<void>;
};

const firstDelayMs = 80;
const intervalMs = 350;
const afterErrorMs = 5000;
/** A chapter of 10,000 words has some 70,000. */
const maxCharacters = 250_000;

/** Leaves out what Postgres refuses, and half a character whose other half is still to come. */
const storableStart = (text: string) => makeStorable(text.slice(0, maxCharacters).replace(/[\ud800-\udbff]$/, ""));

/** Writes a few times a second, one statement in flight at most. A failure is logged and tried again, never thrown. */
export function openDraft(chapter: Chapter): Draft {
  const parts: { text: string; open: boolean }[] = [];
  let number: number | undefined;
  let shown = "";
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let closed = false;

  const text = () => {
    const open = parts.findIndex((part) => part.open);
    const ready = open < 0 ? parts : parts.slice(0, open + 1);
    const said = ready.flatMap((part) => (part.text === "" ? [] : [part.text]));
    return storableStart(said.join("\n\n"));
  };
  const show = async () => {
    const whole = text();
    if (number === undefined || !whole.startsWith(shown)) {
      shown = "";
      number = await startDraft(chapter);
    }
    const wanted =
      number !== undefined &&
      (whole === shown ||
        (await addPiece({ ...chapter, draft: number, start: shown.length, text: whole.slice(shown.length) })));
    if (wanted) shown = whole;
    else closed = true;
  };
  const flush = async () => {
    try {
      await show();
    } catch (error) {
      number = undefined;
      logger.warn(`⚠️ Le chapitre ${chapter.position} s’écrit sans être montré`, describeError(error));
    }
    flushing = undefined;
    if (text() !== shown) schedule(number === undefined ? afterErrorMs : intervalMs);
  };
  const schedule = (delay: number) => {
    if (timer || flushing || closed) return;
    timer = setTimeout(() => {
      timer = undefined;
      flushing = flush();
    }, delay);
  };

  flushing = flush();
  return {
    part() {
      const part = { text: "", open: true };
      parts.push(part);
      const changed = () => schedule(shown === "" ? firstDelayMs : intervalMs);
      return {
        update(textSoFar) {
          part.text = textSoFar;
          changed();
        },
        end(answer) {
          part.text = answer?.ended === "cut" ? upToLastSentence(answer.text) : (answer?.text ?? "");
          part.open = false;
          changed();
        },
      };
    },
    async close() {
      const current = !closed;
      closed = true;
      clearTimeout(timer);
      await flushing;
      if (current && !text().startsWith(shown)) await flush();
    },
  };
}
