import { BookList } from "#lib/contract/book.ts";
import { DeliveryList } from "#lib/contract/delivery.ts";
import { InboxList } from "#lib/contract/inbox.ts";
import { getJson, type Tracked } from "../app/jobs.ts";
import { findRepeatedCalls } from "./repeated-calls.ts";
import type { SystemUnderTest } from "./system.ts";
import type { ProxiedWebhook } from "./webhook-proxy.ts";

/** The state that a run with kills left behind. Every list must be empty. */
export type Verdict = ReturnType<typeof findRepeatedCalls> & {
  jobs: number;
  received: number;
  /** The errors after which a person took a book up again. */
  takenUp: string[];
  lost: string[];
  storedTwice: string[];
  /** Events that did not keep their id or their bytes. */
  changed: string[];
  /** Events with more requests through the proxy than attempts on record. */
  unrecorded: string[];
  /** Webhooks that the receiver already had, acknowledged and did not store again. */
  acknowledgedAgain: number;
  webhooks: number;
};

export const unharmed = {
  lost: [],
  storedTwice: [],
  paidTwice: [],
  changed: [],
  unrecorded: [],
} satisfies Partial<Verdict>;

type Page = { items: { job_id: string }[]; next_cursor: string | null };

async function readAllPages(readPage: (query: string) => Promise<Page>): Promise<string[]> {
  const jobIds: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Page = await readPage(`?limit=100${cursor && `&cursor=${cursor}`}`);
    jobIds.push(...page.items.map((item) => item.job_id));
    cursor = page.next_cursor;
  }
  return jobIds;
}

const repeated = (ids: string[]) => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];

function findChanged(webhooks: ProxiedWebhook[], job: Tracked): string[] {
  const own = webhooks.filter(({ jobId }) => jobId === job.id);
  const variants = new Set(own.map(({ webhookId, digest }) => `${webhookId} ${digest}`));
  return variants.size > 1 ? [job.topic] : [];
}

/** Every request that left must be an attempt on record. Attempts that never reached the proxy are no fault. */
async function findUnrecorded(senderUrl: string, webhooks: ProxiedWebhook[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [jobId, own] of Map.groupBy(webhooks, (webhook) => webhook.jobId)) {
    const url = `${senderUrl}/api/webhook/deliveries?job_id=${jobId}&limit=100`;
    const { items } = DeliveryList.parse(await getJson(url));
    const attempts = items.flatMap((item) => item.attempts);
    // A replaced request left twice, which its attempt says.
    const requests = attempts.length + attempts.filter((attempt) => attempt.replaced_at !== null).length;
    if (requests < own.length) faults.push(`${jobId} : ${own.length} requêtes, ${attempts.length} tentatives`);
  }
  return faults;
}

export async function reachVerdict(
  { senderUrl, receiverUrl, model, webhookProxy }: Omit<SystemUnderTest, "killable">,
  jobs: Tracked[],
): Promise<Verdict> {
  const ids = new Set(jobs.map(({ id }) => id));
  const readOwn = async (readPage: (query: string) => Promise<Page>) =>
    (await readAllPages(readPage)).filter((id) => ids.has(id));
  const books = await readOwn(async (query) => BookList.parse(await getJson(`${receiverUrl}/api/books${query}`)));
  const inbox = await readOwn(async (query) => InboxList.parse(await getJson(`${receiverUrl}/api/inbox${query}`)));
  const webhooks = webhookProxy.journal.filter(({ jobId }) => ids.has(jobId));
  const acknowledged = webhooks.filter(({ status }) => status === 200);
  return {
    jobs: jobs.length,
    received: new Set(books).size,
    takenUp: jobs.flatMap((job) => job.takenUp.map(({ error }) => error)),
    lost: jobs.filter(({ id }) => !books.includes(id)).map(({ topic }) => topic),
    storedTwice: [...repeated(books), ...repeated(inbox)],
    ...findRepeatedCalls(model.journal, jobs),
    changed: jobs.flatMap((job) => findChanged(webhooks, job)),
    unrecorded: await findUnrecorded(senderUrl, webhooks),
    acknowledgedAgain: acknowledged.length - new Set(acknowledged.map(({ webhookId }) => webhookId)).size,
    webhooks: webhooks.length,
  };
}
