import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { JobCreated, JobDetail, type JobView } from "#lib/contract/job.ts";

/**
 * A book being followed: which of its stages and chapters were seen committed, and when and after which error a person took
 * it up again. Times are in milliseconds since the epoch.
 */
export type Tracked = {
  id: string;
  topic: string;
  committed: Map<string, number>;
  takenUp: { at: number; error: string }[];
  last?: JobDetail;
};

const isClosedConnection = (error: unknown) =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === "UND_ERR_SOCKET";

/** Asks once more when a kept connection turns out to be closed, as those of a killed process are. */
export async function getJson(url: string): Promise<unknown> {
  const get = () => fetch(url, { signal: AbortSignal.timeout(20_000) });
  const response = await get().catch((error) => (isClosedConnection(error) ? get() : Promise.reject(error)));
  if (!response.ok) throw new Error(`${response.status} ${url} ${await response.text()}`);
  return response.json();
}

/** A create whose answer a kill has swallowed is asked again with its key: it must not make a second book. */
async function post(url: string, { body, key }: { body: string; key: string }): Promise<unknown> {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${url}/api/books/create`, { method: "POST", headers, body }).catch(() => undefined);
    if (response?.ok) return response.json();
    if (response && response.status < 500) throw new Error(`${response.status} ${await response.text()}`);
    if (tries === 100) throw new Error(`La création ne répond plus (${response?.status ?? "connexion"})`);
    await sleep(100);
  }
}

/** Asks for a small book. The topic is what its requests to the model are recognised by. */
export async function createBook(url: string, topic: string, chapters = 3): Promise<Tracked> {
  const body = JSON.stringify({ topic, goal: "Survivre à tout", chapters, words_per_chapter: 200 });
  const created = JobCreated.parse(await post(url, { body, key: randomUUID() }));
  return { id: created.job_id, topic, committed: new Map(), takenUp: [] };
}

/** Looks at a job once, and notes which of its stages and chapters are committed by now. */
export async function observe(url: string, job: Tracked): Promise<JobDetail> {
  const detail = JobDetail.parse(await getJson(`${url}/api/jobs/${job.id}`));
  const at = Date.now();
  const stages = [
    ...detail.stages.map(({ name, state }) => ({ name: name as string, state })),
    ...detail.chapters.map(({ position, state }) => ({ name: `chapter ${position}`, state })),
  ];
  for (const { name, state } of stages) if (state === "done" && !job.committed.has(name)) job.committed.set(name, at);
  job.last = detail;
  return detail;
}

type Until = { reached: (detail: JobDetail) => boolean; timeoutMs?: number };

/** Observes until `reached`, through whatever silence of the server. @returns whether it was reached in time */
export async function observeUntil(
  url: string,
  job: Tracked,
  { reached, timeoutMs = 60_000 }: Until,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const detail = await observe(url, job).catch(() => undefined);
    if (detail && reached(detail)) return true;
    await sleep(detail ? 20 : 200);
  }
  return false;
}

export async function takeUp(url: string, job: Tracked): Promise<void> {
  const at = Date.now();
  const { ok } = await fetch(`${url}/api/jobs/${job.id}/retry`, { method: "POST" });
  if (ok) job.takenUp.push({ at, error: job.last?.error ?? "sans erreur" });
}

export const arrived = (job: JobView) => job.status === "completed" && job.webhook.status === "delivered";
