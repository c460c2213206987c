import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startClock } from "#testing/harness/clock.ts";
import { openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { hang, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { now } from "../../clock.ts";
import { QueueState } from "../../contract/queue.ts";
import { boss } from "../../queue/boss.ts";
import { readQueueState } from "./queue-state.ts";

const time = startClock(10);
let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,1h" });
  close = await openDeliveryHarness({ clock: time.clock });
});
afterAll(async () => {
  await receiver.close();
  await close();
  await time.stop();
});

async function stateWhen(condition: (state: QueueState) => boolean) {
  const deadline = performance.now() + 20_000;
  for (;;) {
    // Counts the queue, as a process that stays does every five seconds.
    await (await boss()).supervise();
    const state = QueueState.parse(await readQueueState());
    if (condition(state)) return state;
    if (performance.now() > deadline) throw new Error(`Toujours ${JSON.stringify(state)}`);
    await sleep(200);
  }
}

test("l’état de la file : ce qui attend, ce qui est parti, ce qui est différé, et depuis quand", async () => {
  expect(await readQueueState()).toMatchObject({ waiting: 0, in_flight: 0, deferred: 0, oldest_at: null });
  receiver.behave(status(503, { "Retry-After": "600" }));
  await publishBook("échoue");
  const first = await waitForDelivery("échoue", ({ attempts }) => attempts[0]?.outcome === "failed");
  receiver.behave(hang);
  for (let index = 0; index < 15; index++) await publishBook(`pend-${index}`);
  const state = await stateWhen(({ waiting, in_flight, deferred }) => waiting + in_flight === 15 && deferred === 1);
  expect(state.in_flight).toBeGreaterThanOrEqual(5);
  expect(state.in_flight).toBeLessThanOrEqual(10);
  expect(state.oldest_at).toBe(first.createdAt.toISOString());
  expect(state.endpoints).toEqual([
    {
      id: "default",
      name: expect.any(String),
      url: receiver.url,
      pending: 16,
      failing: true,
      throttled_until: expect.any(String),
    },
  ]);
  expect(state.generation.map(({ name }) => name)).toEqual([
    "research",
    "outline",
    "chapter",
    "continuity",
    "review",
    "report",
    "finalize",
  ]);
  expect(now().getTime() - Date.parse(state.measured_at)).toBeLessThan(60_000);
});
