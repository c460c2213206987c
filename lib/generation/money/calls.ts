import { createHash } from "node:crypto";
import { z } from "zod";
import { now } from "../../clock.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { retryThroughOutage } from "../../database/outage.ts";
import { newId } from "../../ids.ts";
import { Failure } from "../failure.ts";
import { type Answer, type Ending, endings } from "../models/answer.ts";
import type { Question, Usage } from "../models/ask.ts";
import { lockWanted } from "../stage-state/lock-job.ts";
import { staleWork } from "../stage-state/running.ts";
import { isBegunLast } from "../stage-state/stage-rows.ts";
import { type BegunStage, type StageRun, stageKey } from "../stage-state/stage-run.ts";
import { reserveUnderCap } from "./cap.ts";
import { closeLost, recordLeaving, refuseIfLost, reportAlive } from "./lost-calls.ts";
import { costOf, free, priceOf } from "./prices.ts";

function callsOf(stage: StageRun) {
  const { name, ...key } = stageKey(stage);
  return { ...key, stage: name };
}

const Ended = z.enum(endings).catch("whole");

const hashOf = ({ context, system, prompt }: Question) =>
  createHash("sha256")
    .update(JSON.stringify([context.role, system, prompt]))
    .digest("hex");

/** Gives each answer of an interrupted run of the stage once, to the question it answers, in the order they came. */
export async function readPaidAnswers(stage: StageRun): Promise<(question: Question) => Answer | undefined> {
  await closeLost(callsOf(stage));
  const calls = await db().modelCall.findMany({
    where: { ...callsOf(stage), answer: { not: null } },
    select: { question: true, answer: true, ended: true },
    orderBy: { id: "asc" },
  });
  const left = Map.groupBy(calls, ({ question }) => question);
  return (question) => {
    const call = left.get(hashOf(question))?.shift();
    return call && { text: call.answer ?? "", ended: Ended.parse(call.ended) };
  };
}

/** `window` is what the prompt and its answer share, in tokens, where the server says. */
type AskedCall = { model: string; question: Question; window?: number | undefined };

async function openCall(
  stage: BegunStage,
  { model, question, window }: AskedCall,
): Promise<{ id: string; maxOutputTokens: number }> {
  const id = newId();
  return transaction(async (tx) => {
    const job = await lockWanted(tx, stage.data);
    if (!job || !(await isBegunLast(tx, stage))) throw staleWork();
    const { reserved, ...room } = await reserveUnderCap(tx, job, { model, question, window });
    const { role } = question.context;
    const call = { id, ...callsOf(stage), role, model, question: hashOf(question), reserved, startedAt: now() };
    await tx.modelCall.create({ data: call });
    return { id, ...room };
  });
}

const noUsage: Usage = { input: 0, cached: 0, output: 0 };

function costColumns(model: string, usage: Usage | undefined) {
  if (!usage) return {};
  const price = usage === noUsage ? free : priceOf(model);
  const tokens = { inputTokens: usage.input, cachedTokens: usage.cached, outputTokens: usage.output };
  return { ...tokens, ...(price && { cost: costOf(price, usage) }) };
}

type CallOptions = {
  /** A call that never leaves is taken off the record. */
  onLeave: () => Promise<void>;
  onUsage: (usage: Usage) => void;
  maxOutputTokens: number;
};

/** Another run of the stage took the call for lost, and asks its question again. @throws an interruption then */
async function refuseIfClosed(id: string): Promise<void> {
  const call = await db().modelCall.findUnique({ where: { id }, select: { outcome: true } });
  if (call?.outcome !== "answered") throw staleWork();
}

/**
 * Records the call before it leaves, and its answer before that is used. A stage that was begun again makes no more calls
 * in its earlier life: both would ask the same.
 * @throws {Failure} `budget`, when the cap leaves no room; `slow` or `lost`, when functions ended before it too often;
 * an interruption, when the run is over
 * @throws {RetryLater} when other calls of the job have to end first
 */
export async function recordCall(
  stage: BegunStage,
  asked: AskedCall,
  call: (options: CallOptions) => Promise<Answer>,
): Promise<Answer> {
  await refuseIfLost(callsOf(stage), { model: asked.model, question: hashOf(asked.question) });
  const { id, maxOutputTokens } = await openCall(stage, asked);
  let usage: Usage | undefined;
  let hasLeft = false;
  const close = (outcome: { outcome: string; answer?: string; ended?: Ending }) => {
    const data = { ...outcome, ...costColumns(asked.model, usage), finishedAt: now() };
    return db().modelCall.updateMany({ where: { id, finishedAt: null }, data });
  };
  const onUsage = (used: Usage) => {
    usage = used;
  };
  let stopReporting: (() => void) | undefined;
  const onLeave = async () => {
    await recordLeaving(id);
    hasLeft = true;
    stopReporting = reportAlive(id);
  };
  let answer: Answer;
  try {
    answer = await call({ onLeave, onUsage, maxOutputTokens });
  } catch (error) {
    if (!hasLeft) {
      await db().modelCall.deleteMany({ where: { id } });
      throw error;
    }
    const failure = error instanceof Failure ? error : undefined;
    if (failure?.policy.unbilled) usage = noUsage;
    await close({ outcome: failure?.code ?? "interrupted" });
    throw error;
  } finally {
    stopReporting?.();
  }
  const answered = { outcome: "answered", answer: answer.text, ended: answer.ended };
  const { count } = await retryThroughOutage(() => close(answered));
  if (count === 0) await refuseIfClosed(id);
  return answer;
}

/** Keeps their cost on record. */
export async function forgetAnswers(tx: Transaction, stage: StageRun): Promise<void> {
  await tx.modelCall.updateMany({ where: { ...callsOf(stage), answer: { not: null } }, data: { answer: null } });
}
