import type { Job } from "../../database/generated/client.ts";
import { logger } from "../../logger.ts";
import type { Draft } from "../drafts/draft.ts";
import { counterOf, Failure, triesBeforeNext } from "../failure.ts";
import { type Answer, type Ask, askModel, type OnText, type Question } from "../models/ask.ts";
import { chainsOf } from "../models/chains.ts";
import { languageModel } from "../models/resolve.ts";
import { readPaidAnswers, recordCall } from "../money/calls.ts";
import { withRateLimit } from "../rate-limit/with-rate-limit.ts";
import type { StageRun } from "../stage/stage-run.ts";
import { readStageModels, writeStageModels } from "./stage-models.ts";

/** The failure of a whole chain: its sentence names each model with its reason. */
function chainFailure(givenUp: Record<string, string>, model: string, failure: Failure): Failure {
  const reasons = Object.entries(givenUp);
  if (reasons.length === 0) return failure;
  const sentences = [...reasons, [model, failure.message]].map(([id, why]) => `${id}\u202f: ${why}`);
  return new Failure(failure.code, sentences.join(" "), { retryAfterMs: failure.retryAfterMs, cause: failure });
}

type Call = { id: string; question: Question; signal: AbortSignal; onText: OnText | undefined };

/** Calls one model once: under the job's cap, on record, within the model's rate limit. */
async function callModel(stage: StageRun, { id, question, signal, onText }: Call): Promise<Answer | Failure> {
  const limited = { model: id, book: stage.data.jobId, signal };
  try {
    const model = await languageModel(id);
    // Under its cap first: a call that has to wait there must not take a slot from other books.
    return await recordCall(stage, { model: id, question }, ({ onLeave, ...options }) =>
      withRateLimit(limited, (onAnswering) => {
        onLeave();
        return askModel(model, question, { id, onAnswering, signal, onText, ...options });
      }),
    );
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * Asks the models of the job's chain for one stage, in turn. A model is given up, for this stage and durably, when it fails
 * permanently, or as often as its failure allows; the last of the chain never is: its failures are the stage's.
 */
function askWithFallback(job: Job, stage: StageRun, signal: AbortSignal) {
  const chains = chainsOf(job);
  return async (question: Question, onText?: OnText): Promise<Answer> => {
    const { role } = question.context;
    for (;;) {
      const known = await readStageModels(stage);
      const [model, next] = chains[role].filter((id) => !(id in known.givenUp));
      // Every model of this role's chain may have been given up in another role: the last is asked all the same.
      const id = model ?? chains[role].at(-1) ?? job.model;
      const answer = await callModel(stage, { id, question, signal, onText });
      if (!(answer instanceof Failure)) {
        if (known.model !== id && role !== "review") await writeStageModels(stage, { model: id });
        return answer;
      }
      if (answer.code === "budget") throw answer;
      const isGivenUp = answer.policy.permanent || known[counterOf(answer)] + 1 >= triesBeforeNext(answer);
      if (!next || !isGivenUp) throw chainFailure(known.givenUp, id, answer);
      logger.warn(`🔀 ${id} laissé pour ${next} : ${answer.message}`);
      await writeStageModels(stage, { givenUp: { ...known.givenUp, [id]: answer.message }, failures: 0, limits: 0 });
    }
  };
}

/**
 * Creates what a stage asks its questions with. It repeats the answers of a run of the stage that did not come to its end,
 * then asks the models; before each call it looks whether the stage is still wanted, since another instance may cancel.
 * @param draft where answers that are a chapter's text are shown while they come
 */
export function createAsk(
  job: Job,
  stage: StageRun,
  { signal, draft }: { signal: AbortSignal; draft?: Draft | undefined },
): Ask {
  const ask = askWithFallback(job, stage, signal);
  const paidAnswers = readPaidAnswers(stage);
  paidAnswers.catch(() => {});
  return async (question) => {
    signal.throwIfAborted();
    const part = question.shown ? draft?.part() : undefined;
    try {
      const paid = (await paidAnswers)(question);
      const answer = paid ?? (await ask(question, part?.update));
      part?.end(answer);
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      part?.end(undefined);
      throw error;
    }
  };
}
