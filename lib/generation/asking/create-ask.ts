import type { Job } from "../../database/generated/client.ts";
import { logger } from "../../logger.ts";
import type { Draft } from "../drafts/draft.ts";
import { Failure, isGivenUp } from "../failure.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { recordKeyUse } from "../model-settings/save.ts";
import type { Answer } from "../models/answer.ts";
import { type Ask, askModel, type OnText, type Question } from "../models/ask.ts";
import { chainsOf } from "../models/chains.ts";
import { keyProviderOf } from "../models/configured.ts";
import { askAgain, factsOf } from "../models/local/server-facts.ts";
import { easierThinking, keepThinking, thinkingOf, thinkingWithin } from "../models/reasoning.ts";
import { languageModel } from "../models/resolve.ts";
import { roomFor, tokensOf } from "../models/room.ts";
import { readPaidAnswers, recordCall } from "../money/calls.ts";
import { thinks } from "../money/token-estimates.ts";
import { withRateLimit } from "../rate-limit/with-rate-limit.ts";
import { throwIfWindingDown } from "../stage-state/running.ts";
import { noWait } from "../stage-state/server-wait.ts";
import type { BegunStage } from "../stage-state/stage-run.ts";
import { serverMemory } from "./server-memory.ts";
import { inServerSlot } from "./server-slot.ts";
import { readStageModels, writeStageModels } from "./stage-models.ts";
import { watchLoading } from "./watch-loading.ts";

function chainFailure(givenUp: Record<string, string>, model: string, failure: Failure): Failure {
  const reasons = Object.entries(givenUp);
  if (reasons.length === 0) return failure;
  const sentences = [...reasons, [model, failure.message]].map(([id, why]) => `${id}\u202f: ${why}`);
  return new Failure(failure.code, sentences.join(" "), { retryAfterMs: failure.retryAfterMs, cause: failure });
}

type Call = {
  id: string;
  question: Question;
  signal: AbortSignal;
  onText: OnText | undefined;
  window?: number | undefined;
};

async function callModel(stage: BegunStage, { id, question, signal, onText, window }: Call): Promise<Answer | Failure> {
  const limited = { model: id, book: stage.data.jobId, signal };
  try {
    await readModelSettings();
    const model = await languageModel(id, serverMemory(id));
    await recordKeyUse(keyProviderOf(id));
    // The cap comes first: a call that waits there must not take a slot from other books.
    const call = () =>
      recordCall(stage, { model: id, question, window }, ({ onLeave, ...options }) =>
        withRateLimit(limited, async (onAnswering) => {
          throwIfWindingDown();
          await onLeave();
          const endWatch = watchLoading(stage, id);
          const onBegun = () => {
            endWatch();
            onAnswering();
          };
          const asked = { id, window, onAnswering: onBegun, signal, onText, ...options };
          return askModel(model, question, asked).finally(endWatch);
        }),
      );
    return await inServerSlot(id, signal, call);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.policy.waitMs !== undefined) askAgain(id);
    return error;
  }
}

/** Asks a model that answered with nothing but thoughts again at once: with more room for them, and to think less. */
async function callThinking(stage: BegunStage, call: Call): Promise<Answer | Failure> {
  const { id, question } = call;
  const { role } = question.context;
  const { contextTokens: window } = await factsOf(id);
  const leftTokens = roomFor(question, window) - tokensOf(question.words ?? 0);
  let thinking = thinkingOf(id, role);
  if (thinks(id)) thinking = thinkingWithin(thinking, leftTokens);
  for (;;) {
    const answer = await callModel(stage, { ...call, window, question: { ...question, thinking } });
    const next = easierThinking(thinking, leftTokens);
    if (!(answer instanceof Failure)) {
      const { hasThought, ...whole } = answer;
      // What follows a text that its thoughts have cut short would be cut short, too.
      keepThinking(id, role, (hasThought && window !== undefined && next) || thinking);
      return whole;
    }
    if (answer.code !== "thinking") return answer;
    if (!next) return answer;
    logger.warn(`💭 ${id} n’a fait que réfléchir : redemandé avec plus de place et moins de réflexion (${next.level})`);
    thinking = next;
  }
}

/** Gives a model up for the stage, durably, when it fails permanently or too often; never the last of a chain. */
function askWithFallback(job: Job, stage: BegunStage, signal: AbortSignal) {
  const chains = chainsOf(job);
  return async (question: Question, onText?: OnText): Promise<Answer> => {
    const { role } = question.context;
    for (;;) {
      const known = await readStageModels(stage);
      const [model, next] = chains[role].filter((id) => !(id in known.givenUp));
      // Every model of this chain may have been given up in another role: the last is asked all the same.
      const id = model ?? chains[role].at(-1) ?? job.model;
      const answer = await callThinking(stage, { id, question, signal, onText });
      if (!(answer instanceof Failure)) {
        const isNew = known.model !== id && role !== "review";
        if (isNew || known.waitsSince) await writeStageModels(stage, { ...(isNew && { model: id }), ...noWait });
        return answer;
      }
      if (answer.code === "budget" || answer.code === "lost") throw answer;
      if (!next || !isGivenUp(answer, known)) throw chainFailure(known.givenUp, id, answer);
      logger.warn(`🔀 ${id} laissé pour ${next} : ${answer.message}`);
      await writeStageModels(stage, {
        givenUp: { ...known.givenUp, [id]: answer.message },
        failures: 0,
        limits: 0,
        ...noWait,
      });
    }
  };
}

/** Repeats the answers of an interrupted run of the stage first. Another instance may cancel between two calls. */
export function createAsk(
  job: Job,
  stage: BegunStage,
  { signal, draft }: { signal: AbortSignal; draft?: Draft | undefined },
): Ask {
  const ask = askWithFallback(job, stage, signal);
  const paidAnswers = readPaidAnswers(stage);
  paidAnswers.catch(() => {});
  return async (question) => {
    signal.throwIfAborted();
    const paid = (await paidAnswers)(question);
    if (!paid) throwIfWindingDown();
    const part = question.shown ? draft?.part() : undefined;
    const { shownAs = (text: string) => text } = question;
    try {
      const answer = paid ?? (await ask(question, part && ((soFar) => part.update(shownAs(soFar)))));
      part?.end({ ...answer, text: shownAs(answer.text) });
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      part?.end(undefined);
      throw error;
    }
  };
}
