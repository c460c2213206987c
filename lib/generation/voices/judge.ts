import { upToLastSentence } from "../../document/sentences.ts";
import { AppError } from "../../errors.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { askAside, type Limits, toAppError } from "../choice/ask-aside.ts";
import { checkNamedModel } from "../choice/check-model.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { isSmallModel } from "../models/local/is-small.ts";
import { readDescriptionPrompt, readSamplePrompt } from "../prompts/read-voice.ts";
import { type Judged, readAnswer } from "./answer.ts";

/** What a model reads: as much of a sample as tells its manner. */
const shownCharacters = { usual: 8000, small: 3000 };
const answerWords = 150;
const maxSizeWaitMs = 2000;

export type Judgement = { judged: Judged; readBy?: string; problem?: string };

const without = (problem: string): Judgement => ({ judged: {}, problem });

/** @param kind `text` is one or the other, in `language` */
type Read = { kind: "sample" | "description"; text: string; language: string | undefined };

async function shownOf({ kind, text }: Read, id: string): Promise<string> {
  const max = (await isSmallModel(id, maxSizeWaitMs)) ? shownCharacters.small : shownCharacters.usual;
  if (kind === "description" || text.length <= max) return text;
  const start = text.slice(0, max);
  return upToLastSentence(start) || start;
}

async function ask(id: string, read: Read, limits: Limits): Promise<Judgement> {
  const text = await shownOf(read, id);
  const promptOf = read.kind === "sample" ? readSamplePrompt : readDescriptionPrompt;
  const request = { topic: "La voix d’un auteur", goal: "La décrire", words: answerWords };
  const question = {
    context: { role: "review" as const, request },
    ...promptOf(read.language, text),
    words: answerWords,
  };
  const answer = await askAside(id, question, limits);
  const judged = readAnswer({ text: answer.text, wasCut: answer.ended !== "whole" }, read);
  return judged
    ? { judged, readBy: id }
    : without(`Le modèle ${id} n’a rien rendu de lisible\u202f: la feuille se complète à la main.`);
}

/**
 * Has a model say what no counting tells of a voice, in one call. That it cannot costs no voice: the problem is told.
 * @param model the one that its author wants; without it, the first that writes books
 * @throws {AppError} invalid, when that one is unknown or not ready; unavailable, when nobody waits any more
 */
export async function judgeVoice(read: Read, model: string | undefined, limits: Limits): Promise<Judgement> {
  await readModelSettings();
  const id = model ?? chainsOfNewJob().model;
  if (!capabilitiesOf(id).hasVoice)
    return without("Le modèle de démonstration ne juge pas un texte\u202f: la feuille se complète à la main.");
  if (model !== undefined) await checkNamedModel(id, "model");
  try {
    if (model === undefined) await checkNamedModel(id, "model");
    return await ask(id, read, limits);
  } catch (error) {
    const told = toAppError(error, limits);
    if (!(told instanceof AppError) || told.code === "unavailable") throw told;
    return without(told.message);
  }
}
