import { BookList } from "../../lib/contract/book.ts";
import { InboxList } from "../../lib/contract/inbox.ts";
import type { Exchange } from "../fixtures/model-server.ts";
import { getJson, type Tracked } from "./jobs.ts";
import type { Passage, Wire } from "./wire.ts";

/** What a run with kills left behind. Everything but `jobs`, `received` and the two last must be empty. */
export type Verdict = {
  jobs: number;
  received: number;
  lost: string[];
  storedTwice: string[];
  /** Chapters asked of the model again after they had been seen committed. */
  paidTwice: string[];
  /** Events that did not keep their id or their bytes. */
  changed: string[];
  /** Calls to the model made again because the first was in flight at a kill. */
  repeatedCalls: number;
  /** Sends of an event the receiver already had, acknowledged and not stored again. */
  suppressed: number;
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

/** Counts what became of these jobs, on the receiver's side of the wire and in the model's journal. */
export async function verdict(
  url: string,
  { jobs, journal, wire }: { jobs: Tracked[]; journal: Exchange[]; wire: Wire },
): Promise<Verdict> {
  const own = new Set(jobs.map(({ id }) => id));
  const mine = (ids: string[]) => ids.filter((id) => own.has(id));
  const books = mine(await all(async (query) => BookList.parse(await getJson(`${url}/api/books${query}`))));
  const inbox = mine(await all(async (query) => InboxList.parse(await getJson(`${url}/api/inbox${query}`))));
  const acknowledged = wire.journal.filter(({ jobId, status }) => own.has(jobId) && status === 200);
  return {
    jobs: jobs.length,
    received: new Set(books).size,
    lost: jobs.filter(({ id }) => !books.includes(id)).map(({ topic }) => topic),
    storedTwice: [...repeated(books), ...repeated(inbox)],
    paidTwice: jobs.flatMap((job) => paidTwice(journal, job)),
    changed: jobs.flatMap((job) => changed(wire.journal, job)),
    repeatedCalls: jobs.reduce((sum, job) => sum + repeatedCalls(journal, job), 0),
    suppressed: acknowledged.length - new Set(acknowledged.map(({ webhookId }) => webhookId)).size,
  };
}
