import { BookList } from "../../lib/contract/book.ts";
import { DeliveryList } from "../../lib/contract/delivery.ts";
import { InboxList } from "../../lib/contract/inbox.ts";
import type { Exchange } from "../fixtures/model-server.ts";
import { getJson, type Tracked } from "./jobs.ts";
import type { Siege } from "./siege.ts";
import type { Passage } from "./wire.ts";

/** What a run with kills left behind. Every list must be empty. */
export type Verdict = {
  jobs: number;
  received: number;
  lost: string[];
  storedTwice: string[];
  /** Chapters asked of the model again after they had been seen committed. */
  paidTwice: string[];
  /** Events that did not keep their id or their bytes. */
  changed: string[];
  /** Events with more requests on the wire than attempts on record. */
  unrecorded: string[];
  /** Calls to the model made again because the first was in flight at a kill. */
  repeatedCalls: number;
  /** Sends of an event the receiver already had, acknowledged and not stored again. */
  suppressed: number;
  /** Requests on the wire. */
  requests: number;
};

type Page = { items: { job_id: string }[]; next_cursor: string | null };

async function all(read: (query: string) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Page = await read(`?limit=100${cursor && `&cursor=${cursor}`}`);
    ids.push(...page.items.map((item) => item.job_id));
    cursor = page.next_cursor;
  }
  return ids;
}

const repeated = (ids: string[]) => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];

function requestsFor(journal: Exchange[], job: Tracked): Exchange[] {
  return journal.filter(({ prompt }) => prompt.includes(`Sujet : ${job.topic}\n`));
}

function paidTwice(journal: Exchange[], job: Tracked): string[] {
  const late = requestsFor(journal, job).filter(({ role, position, at }) => {
    const written = role === "chapter" && position ? job.written.get(position) : undefined;
    return written !== undefined && at > written;
  });
  return late.map(({ position }) => `${job.topic}, chapitre ${position}`);
}

function repeatedCalls(journal: Exchange[], job: Tracked): number {
  const calls = requestsFor(journal, job).map(({ role, position }) => `${role} ${position}`);
  return calls.length - new Set(calls).size;
}

function changed(passages: Passage[], job: Tracked): string[] {
  const own = passages.filter(({ jobId }) => jobId === job.id);
  const kinds = new Set(own.map(({ webhookId, digest }) => `${webhookId} ${digest}`));
  return kinds.size > 1 ? [job.topic] : [];
}

/** Every request that left must be an attempt on record; attempts that never reached the wire are no fault. */
async function unrecorded(url: string, passages: Passage[]): Promise<string[]> {
  const sent = Map.groupBy(passages, ({ jobId }) => jobId);
  const faults: string[] = [];
  for (const [jobId, own] of sent) {
    const { items } = DeliveryList.parse(await getJson(`${url}/api/webhook/deliveries?job_id=${jobId}&limit=100`));
    const attempts = items.reduce((sum, item) => sum + item.attempts.length, 0);
    if (attempts < own.length) faults.push(`${jobId} : ${own.length} requêtes, ${attempts} tentatives`);
  }
  return faults;
}

/** Counts what became of these jobs: on the receiver's side of the wire, in the sender's log and in the model's journal. */
export async function verdict({ generator, receiver, model, wire }: Siege, jobs: Tracked[]): Promise<Verdict> {
  const own = new Set(jobs.map(({ id }) => id));
  const mine = (ids: string[]) => ids.filter((id) => own.has(id));
  const books = mine(await all(async (query) => BookList.parse(await getJson(`${receiver}/api/books${query}`))));
  const inbox = mine(await all(async (query) => InboxList.parse(await getJson(`${receiver}/api/inbox${query}`))));
  const passages = wire.journal.filter(({ jobId }) => own.has(jobId));
  const acknowledged = passages.filter(({ status }) => status === 200);
  return {
    jobs: jobs.length,
    received: new Set(books).size,
    lost: jobs.filter(({ id }) => !books.includes(id)).map(({ topic }) => topic),
    storedTwice: [...repeated(books), ...repeated(inbox)],
    paidTwice: jobs.flatMap((job) => paidTwice(model.journal, job)),
    changed: jobs.flatMap((job) => changed(passages, job)),
    unrecorded: await unrecorded(generator, passages),
    repeatedCalls: jobs.reduce((sum, job) => sum + repeatedCalls(model.journal, job), 0),
    suppressed: acknowledged.length - new Set(acknowledged.map(({ webhookId }) => webhookId)).size,
    requests: passages.length,
  };
}
