import { createHash } from "node:crypto";
import { now } from "../../clock.ts";
import type { ReferenceView } from "../../contract/reference.ts";
import { type ReferenceType, ReferenceView as View } from "../../contract/reference.ts";
import { db } from "../../database/client.ts";
import type { Reference } from "../../database/generated/client.ts";
import { newId } from "../../ids.ts";
import type { Passage } from "../../reference/reference.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { detectLanguage } from "../language/detect.ts";

export const toReferenceView = (
  { id, name, type, url, words, createdAt }: Reference,
  passages: number,
): ReferenceView =>
  View.parse({
    id,
    name,
    type,
    ...(url !== null && { url }),
    words,
    passages,
    created_at: createdAt.toISOString(),
  });

/** The configurations that every Postgres has, the embedded one included. */
const configurations: Record<string, string> = {
  fr: "french",
  en: "english",
  es: "spanish",
  de: "german",
  it: "italian",
  pt: "portuguese",
  nl: "dutch",
  ca: "catalan",
  ro: "romanian",
};

const sampleCharacters = 4000;

/** Read in its middle: title pages and contents tell no language. */
async function configurationOf(passages: Passage[]): Promise<string> {
  const middle = passages.slice(Math.floor(passages.length / 2)).concat(passages);
  let sample = "";
  for (const { text } of middle) if (sample.length < sampleCharacters) sample += `${text}\n`;
  return configurations[(await detectLanguage(sample)) ?? ""] ?? "simple";
}

/** What goes in one statement: the embedded database holds the event loop for as long as it takes. */
const rowsTogether = 20;

async function insertPassages({ id, searchedAs }: Reference, passages: Passage[]): Promise<void> {
  for (let start = 0; start < passages.length; start += rowsTogether) {
    const group = passages.slice(start, start + rowsTogether);
    const numbers = group.map((_one, index) => start + index + 1);
    const places = group.map(({ place = null }) => place);
    const texts = group.map(({ text }) => text);
    await db().$executeRaw`
      INSERT INTO "ReferencePassage" ("referenceId", number, place, text, search)
      SELECT ${id}::uuid, number, place, text, to_tsvector(${searchedAs}::regconfig, concat_ws(' ', place, text))
      FROM unnest(${numbers}::int[], ${places}::text[], ${texts}::text[]) AS row (number, place, text)`;
    await yieldToEventLoop();
  }
}

type NewReference = {
  name: string;
  type: ReferenceType;
  url?: string;
  hash: string;
  words: number;
  passages: Passage[];
};

/** Keeps a document hidden until all of it is there: no transaction holds the database for so long. */
export async function storeReference({ passages, ...given }: NewReference): Promise<ReferenceView> {
  const createdAt = now();
  const searchedAs = await configurationOf(passages);
  const row = await db().reference.create({
    data: { id: newId(), ...given, searchedAs, createdAt, hiddenAt: createdAt },
  });
  await insertPassages(row, passages);
  await db().reference.update({ where: { id: row.id }, data: { hiddenAt: null } });
  return toReferenceView(row, passages.length);
}

export const hashOfText = (text: string): string => createHash("sha256").update(text).digest("hex");
