import type { LanguageModel, LanguageModelUsage } from "ai";
import type { z } from "zod";
import { Failure } from "../failure.ts";
import { type Answer, checkAnswer } from "./answer.ts";
import { createAnswerReader } from "./answer-reader.ts";
import { type CallContext, soramiOptions } from "./call-context.ts";
import type { Excess } from "./excess/excess.ts";
import { createWatch } from "./excess/watch.ts";
import { callFailure } from "./failures.ts";
import { effortOf, reasoningOf, type Thinking, templateOptions } from "./reasoning.ts";
import { type Patience, watchSilence } from "./silence.ts";

/** `shape` asks the provider for JSON; the answer is still its text. */
export type Question = {
  context: CallContext;
  system: string;
  prompt: string;
  shape?: z.ZodType;
  /** The answer is text of the chapter and shown while it comes. */
  shown?: boolean;
  /** What is shown of the answer so far, where it is not the text itself. */
  shownAs?: (soFar: string) => string;
  /** The expected length of the answer. */
  words?: number;
  /** The text that the answer goes on with, and is not to give again. */
  written?: string;
  /** Absent: as the role's setting says. */
  thinking?: Thinking;
};

/** `soFar` is never the model's thoughts. */
export type OnText = (soFar: string) => void;

/** `cached` is the part of `input` that came from a cache. */
export type Usage = { input: number; cached: number; output: number };

/** @throws {Failure} for a fault of the model or its provider */
export type Ask = (question: Question) => Promise<Answer>;

/** Of the longest chapter asked for some fifteen times over, thoughts included. */
const maxCharacters = 1024 * 1024;

function readUsage({ inputTokens, inputTokenDetails, outputTokens }: LanguageModelUsage): Usage | undefined {
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  return { input: inputTokens, cached: inputTokenDetails.cacheReadTokens ?? 0, output: outputTokens };
}

/** A provider tells nothing of a call whose end was not awaited: French takes about a token for four characters. */
const estimateTokens = (characters: number) => Math.ceil(characters / 4);

type Options = {
  id: string;
  signal: AbortSignal;
  onText?: OnText | undefined;
  onAnswering?: () => void;
  /** Called for a bad answer, too; with an estimate for one that was read no further. */
  onUsage?: (usage: Usage) => void;
  maxOutputTokens?: number | undefined;
  /** In tokens, where the server says. */
  window?: number | undefined;
  patience?: Patience;
};

/** Streams, to notice silence and excess; faults come as parts of the stream. The queue retries, and survives a restart. */
export async function askModel(model: LanguageModel, question: Question, options: Options): Promise<Answer> {
  const silence = watchSilence(options.id, options.patience);
  const enough = new AbortController();
  const answer = createAnswerReader(options.id);
  const { words, written } = question;
  const { level } = question.thinking ?? { level: reasoningOf(question.context.role) };
  const effort = effortOf(level);
  const watch = createWatch({ words, written, isShaped: question.shape !== undefined });
  let finishReason: string | undefined;
  let characters = 0;
  let hasReasoned = false;
  let excess: Excess | undefined;
  const readText = (delta: string): Excess | undefined => {
    const part = answer.add(delta);
    if (part.shown !== "") options.onText?.(part.shown);
    return watch.text(delta, part);
  };
  try {
    const { Output, streamText } = await import("ai");
    const { stream } = streamText({
      model,
      instructions: question.system,
      prompt: question.prompt,
      // An object's own output holds back what does not change the object: blanks without an end would not be seen.
      ...(question.shape && {
        output: { ...Output.text(), responseFormat: Output.object({ schema: question.shape }).responseFormat },
      }),
      ...(options.maxOutputTokens && { maxOutputTokens: options.maxOutputTokens }),
      ...(effort && { reasoning: effort }),
      providerOptions: { ...soramiOptions(question.context), openaiCompatible: templateOptions(level) },
      abortSignal: AbortSignal.any([options.signal, silence.signal, enough.signal]),
      maxRetries: 0,
      onError: () => {},
    });
    for await (const part of stream) {
      if (part.type === "start-step") options.onAnswering?.();
      if (part.type === "text-delta" || part.type === "reasoning-delta") {
        silence.heard();
        characters += part.text.length;
        if (characters > maxCharacters)
          throw new Failure("unreadable", "La réponse du modèle est bien plus longue qu’un chapitre ne peut l’être.");
        if (part.type === "reasoning-delta" && part.text.trim() !== "") hasReasoned = true;
        excess = part.type === "text-delta" ? readText(part.text) : watch.thoughts(part.text);
      }
      if (excess) break;
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
    silence.end();
    enough.abort();
  }
  // A whole answer is paid for, and kept.
  if (finishReason === undefined && !excess) options.signal.throwIfAborted();
  if (excess) {
    const input = estimateTokens(question.system.length + question.prompt.length);
    options.onUsage?.({ input, cached: 0, output: estimateTokens(characters) });
  }
  const { text, hasThought } = answer.end(excess?.kept);
  const read = { text, hasThought: hasThought || hasReasoned, finishReason, excess, window: options.window };
  return checkAnswer(read, { id: options.id, role: question.context.role, isShaped: question.shape !== undefined });
}
