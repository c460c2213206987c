import type { LanguageModel, LanguageModelUsage } from "ai";
import type { z } from "zod";
import { makeStorable } from "../../contract/text.ts";
import { Failure } from "../failure.ts";
import { endsMidSentence } from "../text/ending.ts";
import { type CallContext, type Role, soramiOptions } from "./call-context.ts";
import { modelVariable } from "./configured.ts";
import { filtered, orLater } from "./explanations.ts";
import { callFailure } from "./failures.ts";
import { bounded } from "./provider-words.ts";
import { isRefusal } from "./refusal.ts";
import { createAnswerReader } from "./thoughts.ts";

/** `shape` asks the provider for JSON; the answer is still its text. */
export type Question = {
  context: CallContext;
  system: string;
  prompt: string;
  shape?: z.ZodType;
  /** The answer is text of the chapter and shown while it comes. */
  shown?: boolean;
  /** The expected length of the answer. */
  words?: number;
};

/** `cut`: the model stopped for lack of room, or in the middle of a chapter's sentence. */
export type Answer = { text: string; cut: boolean };

/** `soFar` is never the model's thoughts. */
export type OnText = (soFar: string) => void;

/** `cached` is the part of `input` that came from a cache. */
export type Usage = { input: number; cached: number; output: number };

/** @throws {Failure} for a fault of the model or its provider */
export type Ask = (question: Question) => Promise<Answer>;

/** Local models may think for minutes first. The SDK's own time-out for that starts only after the headers. */
const timeouts = { firstWordMs: 300_000, chunkMs: 90_000, totalMs: 1_800_000 };

/** Of the longest chapter asked for some fifteen times over, thoughts included. */
const maxCharacters = 1024 * 1024;

/** `hasThought`: it thought in a field of its own, or in its text. */
type WholeText = { text: string; hasThought: boolean };

/** Some servers report a cut answer as « stop ». */
const isCut = async (text: string, finishReason: string, role: Role) =>
  finishReason === "length" || (role === "chapter" && (await endsMidSentence(text)));

function emptyAnswer(hasThought: boolean, finishReason: string, id: string): Failure {
  const another = `changez ${modelVariable(id)}`;
  if (finishReason === "length")
    return new Failure(
      "empty",
      hasThought
        ? `Le modèle a employé toute sa place à réfléchir et n’a rien écrit\u202f: réduisez sa réflexion, agrandissez sa fenêtre de contexte, ou ${another}.`
        : `Le modèle n’avait plus de place pour répondre\u202f: agrandissez sa fenêtre de contexte, ou ${another}.`,
    );
  return new Failure(
    "empty",
    hasThought
      ? `Le modèle n’a rien écrit après sa réflexion\u202f: reprenez la rédaction, réduisez sa réflexion, ou ${another}.`
      : `Le modèle a répondu par un texte vide\u202f: reprenez la rédaction, ou ${another}.`,
  );
}

const maxRefusalCharacters = 120;

async function checkAnswer(
  { text, hasThought }: WholeText,
  finishReason: string | undefined,
  { id, role }: { id: string; role: Role },
): Promise<Answer> {
  if (finishReason === "content-filter") throw new Failure("filter", filtered(id));
  if (finishReason === undefined || finishReason === "error")
    throw new Failure("cut", `La réponse du modèle a été interrompue avant sa fin\u202f: ${orLater(id)}.`);
  if (text.trim() === "") throw emptyAnswer(hasThought, finishReason, id);
  if (isRefusal(text))
    throw new Failure(
      "refusal",
      `Le modèle a refusé de répondre\u202f: reformulez le sujet ou les consignes, ou changez ${modelVariable(id)}. Réponse du modèle\u202f: «\u202f${makeStorable(bounded(text, maxRefusalCharacters))}\u202f».`,
    );
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
  onAnswering?: () => void;
  /** Called for a bad answer, too. */
  onUsage?: (usage: Usage) => void;
  maxOutputTokens?: number | undefined;
  timeouts?: typeof timeouts;
};

/** Streams, to notice silence; faults come as parts of the stream. The queue retries, and survives a restart. */
export async function askModel(model: LanguageModel, question: Question, options: Options): Promise<Answer> {
  const { firstWordMs, ...timeout } = options.timeouts ?? timeouts;
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), firstWordMs);
  const answer = createAnswerReader(options.id);
  let finishReason: string | undefined;
  let characters = 0;
  let hasReasoned = false;
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
      if (part.type === "reasoning-delta" && part.text.trim() !== "") hasReasoned = true;
      if (part.type === "text-delta") {
        characters += part.text.length;
        if (characters > maxCharacters)
          throw new Failure("unreadable", "La réponse du modèle est bien plus longue qu’un chapitre ne peut l’être.");
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
  const { text, thinking } = answer.end();
  const { role } = question.context;
  return checkAnswer({ text, hasThought: thinking || hasReasoned }, finishReason, { id: options.id, role });
}
