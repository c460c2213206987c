import { createHash } from "node:crypto";
import { now } from "../../clock.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import { Failure } from "../failure.ts";
import type { Answer, Question, Usage } from "../models/ask.ts";
import { lockRun } from "../stage/lock-job.ts";
import { staleWork } from "../stage/running.ts";
import { type StageRun, stageKey } from "../stage/stage-run.ts";
import { roomUnderCap } from "./cap.ts";
import { costOf, free, priceOf } from "./prices.ts";

/** The columns by which a stage's calls are found. */
function callsOf(stage: StageRun) {
  const { name, ...key } = stageKey(stage);
  return { ...key, stage: name };
}

const hashOf = ({ context, system, prompt }: Question) =>
  createHash("sha256")
    .update(JSON.stringify([context.role, system, prompt]))
    .digest("hex");

/**
 * The answers a stage was given when it was begun before and did not come to its end: each is given once, to the
 * question it answers, in the order they came. Whatever else it had asked then is lost.
 */
export async function paidAnswers(stage: StageRun): Promise<(question: Question) => Answer | undefined> {
  const lost = { ...callsOf(stage), finishedAt: null };
  await db().modelCall.updateMany({ where: lost, data: { outcome: "interrupted", finishedAt: now() } });
  const calls = await db().modelCall.findMany({
    where: { ...callsOf(stage), answer: { not: null } },
    select: { question: true, answer: true, cut: true },
    orderBy: { id: "asc" },
  });
  const left = Map.groupBy(calls, ({ question }) => question);
  return (question) => {
    const call = left.get(hashOf(question))?.shift();
    return call && { text: call.answer ?? "", cut: call.cut };
  };
}

type Asked = { model: string; question: Question };

async function open(stage: StageRun, { model, question }: Asked): Promise<{ id: string; maxOutputTokens?: number }> {
  const id = newId();
  return transaction(async (tx) => {
    const job = await lockRun(tx, stage.data);
    if (!job || job.status === "failed") throw staleWork();
    const { reserved, ...room } = await roomUnderCap(tx, job, { model, question });
    await tx.modelCall.create({
      data: {
        ...{ id, ...callsOf(stage), role: question.context.role, model },
        ...{ question: hashOf(question), reserved, startedAt: now() },
      },
    });
    return { id, ...room };
  });
}

const nothing: Usage = { input: 0, cached: 0, output: 0 };

/** Nothing but what the provider said is known of what a call cost. */
function spent(model: string, usage: Usage | undefined) {
  if (!usage) return {};
  const price = usage === nothing ? free : priceOf(model);
  const tokens = { inputTokens: usage.input, cachedTokens: usage.cached, outputTokens: usage.output };
  return { ...tokens, ...(price && { cost: costOf(price, usage) }) };
}

type CallOptions = {
  /** To be called when it leaves: a call that never does is none. */
  onLeave: () => void;
  onUsage: (usage: Usage) => void;
  maxOutputTokens: number | undefined;
};

/**
 * Makes a call that is on record before it leaves, with its answer before that is used.
 * @throws what the call throws; `budget`, when the job's cap leaves no room for it; an interruption, when the stage's run is
 * over
 * @throws {RetryLater} when other calls of the job have to end first
 */
export async function recordCall(
  stage: StageRun,
  asked: Asked,
  call: (options: CallOptions) => Promise<Answer>,
): Promise<Answer> {
  const { id, maxOutputTokens } = await open(stage, asked);
  let usage: Usage | undefined;
  let left = false;
  const close = (data: { outcome: string; answer?: string; cut?: boolean }) =>
    db().modelCall.updateMany({ where: { id }, data: { ...data, ...spent(asked.model, usage), finishedAt: now() } });
  let answer: Answer;
  try {
    const onUsage = (said: Usage) => {
      usage = said;
    };
    const onLeave = () => {
      left = true;
    };
    answer = await call({ onLeave, onUsage, maxOutputTokens });
  } catch (error) {
    if (!left) {
      await db().modelCall.deleteMany({ where: { id } });
      throw error;
    }
    const failure = error instanceof Failure ? error : undefined;
    if (failure?.policy.unbilled) usage = nothing;
    await close({ outcome: failure?.code ?? "interrupted" });
    throw error;
  }
  await close({ outcome: "answered", answer: answer.text, cut: answer.cut });
  return answer;
}

/** Forgets the answers of a stage: its result is there, or they are to blame. What they cost stays. */
export async function forgetAnswers(tx: Transaction, stage: StageRun): Promise<void> {
  await tx.modelCall.updateMany({ where: { ...callsOf(stage), answer: { not: null } }, data: { answer: null } });
}
