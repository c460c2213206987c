import type { LanguageModel, LanguageModelUsage } from "ai";
import type { z } from "zod";
import { makeStorable } from "../../contract/text.ts";
import { Failure } from "../failure.ts";
import { endsMidSentence } from "../text/ending.ts";
import { type CallContext, type Role, soramiOptions } from "./call-context.ts";
import { callFailure } from "./failures.ts";
import { createAnswerReader } from "./reasoning.ts";
import { isRefusal } from "./refusal.ts";

/** A question to the model. With a `shape` the provider is asked for JSON of that shape; the answer is still its text. */
export type Question = {
  context: CallContext;
  system: string;
  prompt: string;
  shape?: z.ZodType;
  /** The answer is text of the chapter: it is shown while it comes. */
  shown?: boolean;
  /** About how many words the answer will have. */
  words?: number;
};

/** `cut`: the model had not finished; it stopped for lack of room, or in the middle of a chapter's sentence. */
export type Answer = { text: string; cut: boolean };

/** Called with all of the answer so far, each time more of it has come; never with the model's thoughts. */
export type OnText = (soFar: string) => void;

/** The tokens of an answer, as its provider counts: `cached` of the input came from a cache. */
export type Usage = { input: number; cached: number; output: number };

/** Asks a question. @throws {Failure} for a fault of the model or its provider */
export type Ask = (question: Question) => Promise<Answer>;

/**
 * A local model may think for minutes before its first word; silence afterwards is a fault. The SDK's own time-out for the
 * first word starts only once the headers are there, hence ours.
 */
const timeouts = { firstWordMs: 300_000, chunkMs: 90_000, totalMs: 1_800_000 };

type WholeText = { text: string; thinking: boolean };

/** Tells whether an answer was cut off, which some servers report as « stop ». */
const isCut = async (text: string, finishReason: string, role: Role) =>
  finishReason === "length" || (role === "chapter" && (await endsMidSentence(text)));

async function checkAnswer(
  { text, thinking }: WholeText,
  finishReason: string | undefined,
  role: Role,
): Promise<Answer> {
  if (finishReason === "content-filter")
    throw new Failure("filter", "Le modèle a refusé de répondre\u202f: son filtre de contenu s’y oppose.");
  if (finishReason === undefined || finishReason === "error")
    throw new Failure("cut", "La réponse du modèle a été interrompue avant sa fin.");
  if (thinking) throw new Failure("empty", "Le modèle n’a rien écrit après sa réflexion.");
  if (text.trim() === "") throw new Failure("empty", "Le modèle a répondu par un texte vide.");
  if (isRefusal(text)) throw new Failure("refusal", "Le modèle a refusé de répondre.");
  return { text: makeStorable(text), cut: await isCut(text, finishReason, role) };
}

function readUsage({ inputTokens, inputTokenDetails, outputTokens }: LanguageModelUsage): Usage | undefined {
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  return { input: inputTokens, cached: inputTokenDetails.cacheReadTokens ?? 0, output: outputTokens };
}

type Options = {
  id: string;
  signal: AbortSignal;
  onText?: OnText | undefined;
  /** Called when the provider has begun to answer. */
  onAnswering?: () => void;
  /** Called with the usage, where the provider tells it: of a bad answer, too. */
  onUsage?: (usage: Usage) => void;
  maxOutputTokens?: number | undefined;
  timeouts?: typeof timeouts;
};

/**
 * Calls the model once, as a stream so that silence is noticed. Nothing is retried here: the queue does
 * that, and survives a restart. A stream's faults reach us only as parts of it, so each is looked at.
 */
export async function askModel(model: LanguageModel, question: Question, options: Options): Promise<Answer> {
  const { firstWordMs, ...timeout } = options.timeouts ?? timeouts;
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), firstWordMs);
  const answer = createAnswerReader(options.id);
  let finishReason: string | undefined;
  try {
    const { Output, streamText } = await import("ai");
    const { stream } = streamText({
      model,
      instructions: question.system,
      prompt: question.prompt,
      ...(question.shape && { output: Output.object({ schema: question.shape }) }),
      ...(options.maxOutputTokens && { maxOutputTokens: options.maxOutputTokens }),
      providerOptions: soramiOptions(question.context),
      abortSignal: AbortSignal.any([options.signal, silence.signal]),
      timeout,
      maxRetries: 0,
      onError: () => {},
    });
    for await (const part of stream) {
      if (part.type === "start-step") options.onAnswering?.();
      if (part.type === "text-delta" || part.type === "reasoning-delta") clearTimeout(timer);
      if (part.type === "text-delta") {
        const shown = answer.add(part.text);
        if (shown !== "") options.onText?.(shown);
      }
      if (part.type === "error") throw part.error;
      if (part.type === "abort") throw new DOMException("interrompu", "AbortError");
      if (part.type === "finish") {
        finishReason = part.finishReason;
        const usage = readUsage(part.totalUsage);
        if (usage) options.onUsage?.(usage);
      }
    }
  } catch (error) {
    options.signal.throwIfAborted();
    throw callFailure(error, options.id);
  } finally {
    clearTimeout(timer);
  }
  // A whole answer is paid for, and kept.
  if (finishReason === undefined) options.signal.throwIfAborted();
  return checkAnswer(answer.end(), finishReason, question.context.role);
}
