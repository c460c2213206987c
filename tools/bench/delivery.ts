// Measures delivery: from commit to arrival at a steady pace, and how fast a backlog drains beside a bare loop of signed
// POSTs. Runs in a process of its own.
import { Pool } from "undici";
import { parseSecrets } from "#lib/contract/secret.ts";
import { sign } from "#lib/signature.ts";
import { completedBook } from "./completed-book.ts";
import { quantile } from "./quantile.ts";
import { monotonicMs } from "./receiver.ts";
import { openSender, publishBooks, secret } from "./sender.ts";
import { measureDelays } from "./steady-pace.ts";

const perSecond = 50;
const durationSeconds = 10;
const backlog = 2000;
const concurrency = 100;

const sender = await openSender("/api/webhooks/book-completion");
const { receiver } = sender;

async function drainedPerSecond(): Promise<number> {
  await publishBooks("drain", backlog, 50);
  const beganAt = monotonicMs();
  const lastAt = await sender.whileSending(async () =>
    Math.max(...(await receiver.arrivals("drain", backlog)).values()),
  );
  return (backlog * 1000) / (lastAt - beganAt);
}

async function barePostsPerSecond(): Promise<number> {
  const [key] = parseSecrets(secret) ?? [];
  if (!key) throw new Error("secret");
  const pool = new Pool(receiver.url, { connections: concurrency });
  let next = 0;
  const beganAt = monotonicMs();
  const postAll = async () => {
    for (let index = next++; index < backlog; index = next++) {
      const payload = {
        job_id: `bare-${index}`,
        status: "completed",
        timestamp: new Date().toISOString(),
        book_data: completedBook("").bookData,
      };
      const body = Buffer.from(JSON.stringify(payload));
      const id = `evt_${index}`;
      const signature = sign(key, { id, timestamp: Math.floor(Date.now() / 1000), body });
      const headers = { "content-type": "application/json", "webhook-id": id, "webhook-signature": signature };
      const answer = await pool.request({ path: "/", method: "POST", headers, body });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, postAll));
  const durationMs = monotonicMs() - beganAt;
  await pool.close();
  return (backlog * 1000) / durationMs;
}

const delays = await sender.whileSending(async () => {
  await publishBooks("warm", 1, 1);
  await receiver.arrivals("warm", 1);
  return measureDelays(receiver, { prefix: "steady", perSecond, count: perSecond * durationSeconds });
});
// The first run warms up; its result is not kept.
await barePostsPerSecond();
const drained = await drainedPerSecond();
const bare = await barePostsPerSecond();
await sender.finish({ p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), drained, bare });
