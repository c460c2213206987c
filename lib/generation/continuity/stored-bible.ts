import { z } from "zod";
import { Bible } from "../../contract/bible.ts";
import { foldText } from "../../contract/outline.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { lockRun } from "../stage-state/lock-job.ts";
import { staleWork } from "../stage-state/running.ts";
import { type StageRun, stageKey } from "../stage-state/stage-run.ts";

const maxRemoved = 200;

/** `removed` are keys of what a person took out, which no model puts back. */
export const StoredBible = Bible.extend({ removed: z.array(z.string()).default([]) });
export type StoredBible = z.infer<typeof StoredBible>;

export const emptyBible: StoredBible = {
  summaries: [],
  characters: [],
  places: [],
  facts: [],
  threads: [],
  removed: [],
};

export const keyOf = (kind: keyof Bible, text: string): string => `${kind} ${foldText(text)}`;

type Entry = Bible[keyof Bible][number];
const nameOf = (entry: Entry) => ("name" in entry ? entry.name : entry.text);
const isSame = (one: Entry, other: Entry) =>
  JSON.stringify({ ...one, edited: true }) === JSON.stringify({ ...other, edited: true });

/** @param edit as a person left it: what differs from what was there is theirs, and so is what is missing */
export function withEdit(before: StoredBible, edit: Bible): StoredBible {
  const marked = <Item extends Entry>(items: Item[], known: Item[]): Item[] =>
    items.map((item) => ({ ...item, edited: known.find((one) => isSame(one, item))?.edited ?? true }));
  const kinds = ["characters", "places", "facts", "threads"] as const;
  const keysIn = (bible: Bible) => kinds.flatMap((kind) => bible[kind].map((one: Entry) => keyOf(kind, nameOf(one))));
  const kept = new Set(keysIn(edit));
  const removed = [...before.removed, ...keysIn(before)].filter((key) => !kept.has(key));
  return {
    summaries: marked(edit.summaries, before.summaries),
    characters: marked(edit.characters, before.characters),
    places: marked(edit.places, before.places),
    facts: marked(edit.facts, before.facts),
    threads: marked(edit.threads, before.threads),
    removed: [...new Set(removed)].slice(-maxRemoved),
  };
}

export async function readBible(tx: Transaction, jobId: string): Promise<{ version: number; bible: StoredBible }> {
  const row = await tx.jobBible.findUnique({ where: { jobId } });
  return row ? { version: row.version, bible: StoredBible.parse(row.content) } : { version: 0, bible: emptyBible };
}

/** The caller holds the job's lock. @returns its new version */
export async function writeBible(tx: Transaction, jobId: string, bible: StoredBible): Promise<number> {
  const { version } = await tx.jobBible.upsert({
    where: { jobId },
    create: { jobId, version: 1, content: bible },
    update: { version: { increment: 1 }, content: bible },
  });
  return version;
}

/**
 * The bible that a stage is told. One that a crash interrupted is told the same again, so that what it has paid for still
 * answers what it asks; an edit holds from the next stage on, and from a retry on.
 */
export async function bibleToTell(stage: StageRun): Promise<Bible> {
  const { jobId, run } = stage.data;
  const toldTo = `${run} ${stage.name} ${stageKey(stage).position}`;
  return transaction(async (tx) => {
    if (!(await lockRun(tx, stage.data))) throw staleWork();
    const row = await tx.jobBible.findUnique({ where: { jobId } });
    if (row?.toldTo === toldTo && row.told !== null) return StoredBible.parse(row.told);
    const told = row ? StoredBible.parse(row.content) : emptyBible;
    const data = { told, toldTo };
    await tx.jobBible.upsert({ where: { jobId }, create: { jobId, content: told, ...data }, update: data });
    return told;
  });
}
