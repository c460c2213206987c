import { Failure } from "../failure.ts";
import type { Role } from "./call-context.ts";

/** Generous: a token of French may be three letters, and a word two tokens. */
const charactersPerToken = 3;
const tokensPerWord = 2;
/** What the template of a model adds to a prompt. */
const templateTokens = 60;

type Prompt = { system: string; prompt: string };

export const promptTokens = ({ system, prompt }: Prompt): number =>
  Math.ceil((system.length + prompt.length) / charactersPerToken) + templateTokens;

export const charactersIn = (tokens: number): number => Math.max(0, Math.floor(tokens * charactersPerToken));
export const tokensOf = (words: number): number => Math.ceil(words * tokensPerWord);
export const wordsIn = (tokens: number): number => Math.max(0, Math.floor(tokens / tokensPerWord));

/** @returns the tokens that a prompt leaves to its answer @param window what both share; unknown when undefined */
export const roomFor = (prompt: Prompt, window: number | undefined): number =>
  window === undefined ? Number.POSITIVE_INFINITY : window - promptTokens(prompt);

/** Cuts a list of lines at the end of the last line that fits. */
export function upToLine(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  return text.slice(0, Math.max(0, text.lastIndexOf("\n", maxCharacters)));
}

/** What is known of the models that are asked next. */
export type ModelFacts = {
  /** The smallest window of some roles, in tokens; undefined while none is known. */
  windowOf: (...roles: Role[]) => Promise<number | undefined>;
  /** Whether a role's model holds little at once. */
  isSmall: (role: Role) => Promise<boolean>;
};

const number = new Intl.NumberFormat("fr-FR");

const where = "num_ctx d’Ollama, --ctx-size de llama.cpp";

/** @returns the beginning of a French sentence that says what to do */
export const widen = (window: number | undefined): string =>
  window === undefined
    ? "agrandissez sa fenêtre de contexte"
    : `agrandissez sur votre serveur sa fenêtre de contexte, de ${number.format(window)} tokens (${where})`;

export const windowTooSmall = (window: number, what: string): Failure =>
  new Failure(
    "context",
    `La fenêtre de contexte du modèle (${number.format(window)} tokens) est trop petite pour ${what}\u202f: élargissez-la sur votre serveur (${where}), ou choisissez un autre modèle.`,
  );
