import { now } from "../../clock.ts";
import { waitSentence } from "../../contract/wait.ts";
import { AppError } from "../../errors.ts";
import { serverMemory } from "../asking/server-memory.ts";
import { Failure } from "../failure.ts";
import { recordKeyUse } from "../model-settings/save.ts";
import type { Answer } from "../models/answer.ts";
import { askModel, type OnText, type Question, type Usage } from "../models/ask.ts";
import { keyProviderOf } from "../models/configured.ts";
import { languageModel } from "../models/resolve.ts";
import { withRateLimit } from "../rate-limit/with-rate-limit.ts";
import { RetryLater } from "../stage-state/postpone.ts";
import { beginTrial } from "./trial-lease.ts";
import { takeTrialSlot } from "./trial-slot.ts";

/** Room for the thoughts of a model that thinks before it answers. */
const maxOutputTokens = 2000;
/** A local model may read for a minute, then write two tokens a second. */
const usualPatience = { firstWordMs: 120_000, nextWordMs: 60_000, totalMs: 180_000 };

/** How long a call of no book waits for a book's call to end, on a server that answers few at a time. */
const usualSlotMs = 60_000;
/** In the place of a book, of which no id has a space. */
const book = "hors d’un livre";

export type Limits = { signal: AbortSignal; patience?: typeof usualPatience; slotMs?: number };
/** `onBegin` is called when the call has left. */
type Listeners = { onBegin?: () => void; onText?: OnText; onUsage?: (usage: Usage) => void };

async function ask(
  id: string,
  question: Question,
  { signal, patience = usualPatience, onBegin, onText, onUsage }: Limits & Listeners,
): Promise<Answer> {
  const model = await languageModel(id, serverMemory(id));
  await recordKeyUse(keyProviderOf(id));
  const told = { ...(onText && { onText }), ...(onUsage && { onUsage }) };
  return withRateLimit({ model: id, book, signal }, (onAnswering) => {
    onBegin?.();
    return askModel(model, question, { id, signal, onAnswering, maxOutputTokens, patience, ...told });
  });
}

/**
 * Asks a model something that is no part of a book: one such call at a time and behind the calls of books. It is no
 * book's cost, and is not recorded.
 * @throws {AppError} conflict, while another such call runs or its server is busy @throws {Failure} @throws {RetryLater}
 */
export async function askAside(id: string, question: Question, options: Limits & Listeners): Promise<Answer> {
  const { patience = usualPatience, slotMs = usualSlotMs, signal } = options;
  const end = await beginTrial(id, slotMs + patience.totalMs + patience.firstWordMs);
  try {
    const release = await takeTrialSlot(id, signal, slotMs);
    return await ask(id, question, options).finally(release);
  } finally {
    await end();
  }
}

/** The sentences of failures are for whoever follows a job. */
const messageOf = ({ message }: Failure) => message.replace(/reprenez la rédaction/g, "essayez de nouveau");

/** What is told to the person who waits for a call of no book. */
export function toAppError(error: unknown, { signal }: Limits): unknown {
  if (error instanceof Failure) return new AppError("bad_gateway", messageOf(error));
  if (error instanceof RetryLater)
    return new AppError("conflict", `${waitSentence(error.until, now())}\u202f: essayez de nouveau ensuite.`);
  if (signal.aborted) return new AppError("unavailable", "L’essai a été interrompu\u202f: essayez de nouveau.");
  return error;
}
