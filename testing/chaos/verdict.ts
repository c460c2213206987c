import { BookList } from "#lib/contract/book.ts";
import { DeliveryList } from "#lib/contract/delivery.ts";
import { InboxList } from "#lib/contract/inbox.ts";
import { getJson, type Tracked } from "../app/jobs.ts";
import { repeatsOf } from "./repeats.ts";
import type { Siege } from "./siege.ts";
import type { Passage } from "./wire.ts";

/** What a run with kills left behind. Every list must be empty. */
export type Verdict = {
  jobs: number;
  received: number;
  lost: string[];
  storedTwice: string[];
  /** Calls asked of the model again after their answer was on record, or the stage they belong to seen committed. */
  paidTwice: string[];
  /** Events that did not keep their id or their bytes. */
  changed: string[];
  /** Events with more requests on the wire than attempts on record. */
  unrecorded: string[];
  /** Calls to the model of each role. */
  calls: Record<string, number>;
  /** Calls made again because a kill fell between the last byte of the answer and its record. */
  paidInGap: number;
  /** Calls made again because the first was in flight at a kill. */
  cutCalls: number;
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
    ...repeatsOf(model.journal, jobs),
    changed: jobs.flatMap((job) => changed(passages, job)),
    unrecorded: await unrecorded(generator, passages),
    suppressed: acknowledged.length - new Set(acknowledged.map(({ webhookId }) => webhookId)).size,
    requests: passages.length,
  };
}
