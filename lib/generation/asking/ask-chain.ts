import type { Job } from "../../database/generated/client.ts";
import { logger } from "../../logger.ts";
import type { Draft } from "../drafts/draft.ts";
import { counterOf, Failure, triesBeforeNext } from "../failure.ts";
import { type Answer, type Ask, askModel, type OnText, type Question } from "../models/ask.ts";
import { chainsOf } from "../models/chains.ts";
import { languageModel } from "../models/resolve.ts";
import { paidAnswers, recordCall } from "../money/calls.ts";
import { paced } from "../pacing/paced.ts";
import type { StageRun } from "../stage/stage-run.ts";
import { readStageModels, writeStageModels } from "./stage-models.ts";

/** What the person reads when a chain has come to its end: each model with its reason. */
function explain(givenUp: Record<string, string>, model: string, failure: Failure): Failure {
  const reasons = Object.entries(givenUp);
  if (reasons.length === 0) return failure;
  const sentences = [...reasons, [model, failure.message]].map(([id, why]) => `${id}\u202f: ${why}`);
  return new Failure(failure.code, sentences.join(" "), { retryAfterMs: failure.retryAfterMs, cause: failure });
}

type Call = { id: string; question: Question; signal: AbortSignal; onText: OnText | undefined };

async function once(stage: StageRun, { id, question, ...hearing }: Call): Promise<Answer | Failure> {
  const call = { model: id, book: stage.data.jobId, signal: hearing.signal };
  try {
    const model = languageModel(id);
    // Under its cap first: a call that has to wait there must not take a turn from other books.
    return await recordCall(stage, { model: id, question }, ({ onLeave, ...options }) =>
      paced(call, (onHeard) => {
        onLeave();
        return askModel(model, question, { id, onHeard, ...hearing, ...options });
      }),
    );
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * Asks the models of the job's chain for one stage, in turn. A model is given up, for this stage and durably, when it fails
 * for a reason that lasts, or as often as its failure allows; the last of the chain never is, its failures are the stage's.
 */
function askInTurn(job: Job, stage: StageRun, signal: AbortSignal) {
  const chains = chainsOf(job);
  return async (question: Question, onText?: OnText): Promise<Answer> => {
    const { role } = question.context;
    for (;;) {
      const known = await readStageModels(stage);
      const [model, next] = chains[role].filter((id) => !(id in known.givenUp));
      // Every model of this role's chain may have been given up in another role: the last is asked all the same.
      const id = model ?? chains[role].at(-1) ?? job.model;
      const answer = await once(stage, { id, question, signal, onText });
      if (!(answer instanceof Failure)) {
        if (known.model !== id && role !== "review") await writeStageModels(stage, { model: id });
        return answer;
      }
      if (answer.code === "budget") throw answer;
      if (!next || !(answer.policy.permanent || known[counterOf(answer)] + 1 >= triesBeforeNext(answer)))
        throw explain(known.givenUp, id, answer);
      logger.warn(`🔀 ${id} laissé pour ${next} : ${answer.message}`);
      await writeStageModels(stage, { givenUp: { ...known.givenUp, [id]: answer.message }, failures: 0, limits: 0 });
    }
  };
}

/**
 * Answers what the stage was answered before, when it was begun and did not come to its end; else asks, each call with a
 * look at whether it is still wanted: a job cancelled on another instance must not start a new one.
 * @param draft where answers that are a chapter's text are shown while they come
 */
export function askFor(
  job: Job,
  stage: StageRun,
  { signal, draft }: { signal: AbortSignal; draft?: Draft | undefined },
): Ask {
  const ask = askInTurn(job, stage, signal);
  const paid = paidAnswers(stage);
  paid.catch(() => {});
  return async (question) => {
    signal.throwIfAborted();
    const part = question.shown ? draft?.part() : undefined;
    try {
      const answer = (await paid)(question) ?? (await ask(question, part?.say));
      part?.end(answer);
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      part?.end(undefined);
      throw error;
    }
  };
}
