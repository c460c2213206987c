import { now } from "../../clock.ts";
import { voiceLimits } from "../../contract/limits.ts";
import { foldText } from "../../contract/outline.ts";
import { bookLanguages } from "../../contract/values.ts";
import type { VoiceCreate, VoiceMeasure, VoiceSheet, VoiceView } from "../../contract/voice.ts";
import { db } from "../../database/client.ts";
import { openDocument } from "../../document/open.ts";
import { wordsIn } from "../../document/words.ts";
import { AppError, invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import type { Limits } from "../choice/ask-aside.ts";
import { detectLanguage } from "../language/detect.ts";
import { measureVoice } from "../voice-measure/measure.ts";
import { type Judgement, judgeVoice } from "./judge.ts";
import { toSheet, toVoiceView } from "./view.ts";

type Sample = { text: string; language: VoiceSheet["language"]; measured: VoiceMeasure };

/** @throws {AppError} invalid, when it is too short to tell anything, or no sample any more */
async function readSample(text: string, given: VoiceSheet["language"]): Promise<Sample> {
  const { min, max } = voiceLimits.sample;
  const count = wordsIn(text).length;
  if (count < min || count > max)
    throw invalid("sample", `attend un extrait de ${min} à 2\u202f000 mots\u202f; celui-ci en a ${count}`);
  const detected = given ?? (await detectLanguage(text));
  const language = bookLanguages.find((one) => one === detected);
  return { text, language, measured: await measureVoice([await openDocument(text)], language) };
}

/** A sample tells more than a description, which is told to the writer as it is anyway. */
async function judge(request: VoiceCreate, sample: Sample | undefined, limits: Limits): Promise<Judgement> {
  const { description = "", model } = request;
  if (sample) return judgeVoice({ kind: "sample", ...sample }, model, limits);
  if (description.trim() === "") return { judged: {} };
  const language = request.language ?? (await detectLanguage(description));
  return judgeVoice({ kind: "description", text: description, language }, model, limits);
}

const withoutThose = (words: string[] = [], others: string[] = []): string[] =>
  words.filter((word) => !others.some((other) => foldText(other) === foldText(word)));

async function checkRoom(): Promise<void> {
  if ((await db().voice.count()) >= voiceLimits.voices)
    throw new AppError("conflict", `Il y a déjà ${voiceLimits.voices} voix\u202f: supprimez-en une d’abord.`);
}

/**
 * Makes the style sheet of an author: what is given wins over what is counted in the sample, and that over what a model
 * says. The sample is not kept.
 * @throws {AppError} invalid, naming `sample` or `model`; conflict, when there are too many; unavailable
 */
export async function createVoice(request: VoiceCreate, limits: Limits): Promise<VoiceView> {
  const { sample: text = "", model: _model, ...given } = request;
  await checkRoom();
  const sample = text.trim() === "" ? undefined : await readSample(text, given.language);
  const { judged, readBy, problem } = await judge(request, sample, limits);
  const { words: _words, sentences: _sentences, ...counted } = sample?.measured ?? { words: 0, sentences: 0 };
  const liked = withoutThose(judged.liked, given.avoided);
  const avoided = withoutThose(judged.avoided, given.liked);
  const fromSample = sample?.language && { language: sample.language };
  const sheet = toSheet({ ...judged, liked, avoided, ...counted, ...fromSample, ...toSheet(given) });
  const at = now();
  const row = await db().voice.create({
    data: {
      id: newId(),
      sheet,
      ...(sample && { measured: sample.measured }),
      readBy: readBy ?? null,
      problem: problem ?? null,
      createdAt: at,
      updatedAt: at,
    },
  });
  return toVoiceView(row);
}
