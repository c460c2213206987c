import { type LanguageModel, type LanguageModelUsage, Output, streamText } from "ai";
import type { z } from "zod";
import { makeStorable } from "../../contract/text.ts";
import { type CallContext, type Role, soramiOptions } from "../brief/context.ts";
import { Failure } from "../failure.ts";
import { endsMidSentence } from "../text/ending.ts";
import { callFailure } from "./failures.ts";
import { listen } from "./reasoning.ts";
import { isRefusal } from "./refusal.ts";

/** One question to the model. With a `shape` the provider is asked for JSON of that shape; the text is still the answer. */
export type Question = {
  context: CallContext;
  system: string;
  prompt: string;
  shape?: z.ZodType;
  /** The answer is the chapter's text, or goes on with it: it is shown while it comes. */
  shown?: boolean;
  /** About how long the answer will be. */
  words?: number;
};

/** `cut`: the model stopped because it had no room left, or in the middle of a chapter's sentence, not because it had finished. */
export type Answer = { text: string; cut: boolean };

/** Hears all of the answer so far, each time some more of it has come; never what the model only thinks. */
export type OnText = (soFar: string) => void;

/** What an answer used, as its provider counts: `cached` of the input came from a cache. */
export type Usage = { input: number; cached: number; output: number };

/** Asks the model. @throws {Failure} for whatever the model or its provider did wrong */
export type Ask = (question: Question) => Promise<Answer>;

/**
 * Generous, because a local model may think for minutes before its first word; silence afterwards is a
 * fault. The SDK's own wait for the first word starts only once the headers are there, hence ours.
 */
const patience = { firstWordMs: 300_000, chunkMs: 90_000, totalMs: 1_800_000 };

type Said = { text: string; thinking: boolean };

/** Some servers call it « stop » when their room is used up. */
const isCut = async (text: string, finishReason: string, role: Role) =>
  finishReason === "length" || (role === "chapter" && (await endsMidSentence(text)));

async function check({ text, thinking }: Said, finishReason: string | undefined, role: Role): Promise<Answer> {
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
  /** Hears that the provider has begun to answer. */
  onHeard?: () => void;
  /** Hears what the answer used, where the provider says so: of a bad answer, too. */
  onUsage?: (usage: Usage) => void;
  maxOutputTokens?: number | undefined;
  patience?: typeof patience;
};

/**
 * Calls the model once, as a stream so that silence is noticed. Nothing is retried here: the queue does
 * that, and survives a restart. A stream's faults reach us only as parts of it, so each is looked at.
 */
export async function askModel(model: LanguageModel, question: Question, options: Options): Promise<Answer> {
  const { firstWordMs, ...timeout } = options.patience ?? patience;
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), firstWordMs);
  const answer = listen(options.id);
  let finishReason: string | undefined;
  try {
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
      if (part.type === "start-step") options.onHeard?.();
      if (part.type === "text-delta" || part.type === "reasoning-delta") clearTimeout(timer);
      if (part.type === "text-delta") {
        const shown = answer.hear(part.text);
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
  // An answer that is all there is paid for, and worth keeping.
  if (finishReason === undefined) options.signal.throwIfAborted();
  return check(answer.end(), finishReason, question.context.role);
}
