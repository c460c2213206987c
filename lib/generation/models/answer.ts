import { makeStorable } from "../../contract/text.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { Failure } from "../failure.ts";
import { announces } from "../text/courtesies.ts";
import { endsMidSentence } from "../text/ending.ts";
import type { Role } from "./call-context.ts";
import { whereModelIsSet } from "./configured.ts";
import type { Excess } from "./excess/excess.ts";
import { filtered, orLater } from "./explanations.ts";
import { bounded } from "./provider-words.ts";
import { isRefusal } from "./refusal.ts";
import { widen } from "./room.ts";

/**
 * `cut`: the model stopped for lack of room, or in the middle of a chapter's sentence. `repeating` and `too-long`: it was
 * read no further, and what was good of it is left.
 */
export const endings = ["whole", "cut", "repeating", "too-long"] as const;
export type Ending = (typeof endings)[number];

/** `hasThought`: what was cut had given a part of its room to its thoughts. */
export type Answer = { text: string; ended: Ending; hasThought?: true };

/** `hasThought`: it thought in a field of its own, or in its text. */
export type ReadAnswer = {
  text: string;
  hasThought: boolean;
  finishReason: string | undefined;
  excess: Excess | undefined;
  /** In tokens, where the server says. */
  window?: number | undefined;
};

/** Some servers report a cut answer as « stop ». */
const isCut = async (text: string, finishReason: string | undefined, role: Role) =>
  finishReason === "length" || (role === "chapter" && (await endsMidSentence(text)));

/** Thoughts that left no answer. */
function fruitlessThoughts({ finishReason, excess, window }: ReadAnswer, another: string): Failure {
  const less = `réduisez sa réflexion (BOOK_REASONING), ou ${another}`;
  if (excess)
    return new Failure(
      "thinking",
      `La réflexion du modèle tourne en rond et n’a mené à aucune réponse\u202f: ${less}.`,
    );
  return new Failure(
    "thinking",
    finishReason === "length"
      ? `Le modèle a employé toute sa place à réfléchir et n’a rien écrit\u202f: ${widen(window)}, ${less}.`
      : `Le modèle n’a rien écrit après sa réflexion\u202f: reprenez la rédaction, ${less}.`,
  );
}

function emptyAnswer(read: ReadAnswer, id: string): Failure {
  const another = `changez ${whereModelIsSet(id)}`;
  if (read.hasThought) return fruitlessThoughts(read, another);
  return new Failure(
    "empty",
    read.finishReason === "length"
      ? `Le modèle n’avait plus de place pour répondre\u202f: ${widen(read.window)}, ou ${another}.`
      : `Le modèle a répondu par un texte vide\u202f: reprenez la rédaction, ou ${another}.`,
  );
}

/** « Bien sûr, voici le chapitre : », and nothing after it. */
function isOnlyAnnouncement(text: string): boolean {
  const body = text.replace(/^(?:\s*#{1,6} .*(?:\n+|$))+/, "").trim();
  return /:[*_]*$/.test(body.slice(-5)) && !body.includes("\n") && announces(body);
}

const maxRefusalCharacters = 120;

/** A list may end without a full stop, where its next line says nothing new. */
function upToLastLine(text: string): string {
  const lines = text.slice(0, Math.max(0, text.lastIndexOf("\n"))).trimEnd();
  const sentences = upToLastSentence(text);
  return lines.length > sentences.length ? lines : sentences;
}

type Asked = { id: string; role: Role; isShaped: boolean };

async function endingOf({ finishReason, excess }: ReadAnswer, text: string, role: Role): Promise<Ending> {
  if (excess) return excess.ended;
  return (await isCut(text, finishReason, role)) ? "cut" : "whole";
}

/** @throws {Failure} when it is no answer */
export async function checkAnswer(read: ReadAnswer, { id, role, isShaped }: Asked): Promise<Answer> {
  const { hasThought, finishReason, excess } = read;
  const text = excess && !isShaped ? upToLastLine(read.text) : read.text;
  if (finishReason === "content-filter") throw new Failure("filter", filtered(id));
  if (!excess && (finishReason === undefined || finishReason === "error"))
    throw new Failure("cut", `La réponse du modèle a été interrompue avant sa fin\u202f: ${orLater(id)}.`);
  const saysNothingNew = excess !== undefined && !hasThought;
  if ((text.trim() === "" || (!isShaped && isOnlyAnnouncement(text))) && !saysNothingNew) throw emptyAnswer(read, id);
  if (isRefusal(text))
    throw new Failure(
      "refusal",
      `Le modèle a refusé de répondre\u202f: reformulez le sujet ou les consignes, ou changez ${whereModelIsSet(id)}. Réponse du modèle\u202f: «\u202f${makeStorable(bounded(text, maxRefusalCharacters))}\u202f».`,
    );
  const ended = await endingOf(read, text, role);
  const isCrowded = hasThought && finishReason === "length" && ended === "cut";
  return { text: makeStorable(text), ended, ...(isCrowded && { hasThought }) };
}
