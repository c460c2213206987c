import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Receiver, startReceiver } from "../../../e2e/fixtures/receiver.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { deliveryWhen, openSending, publishBook, setVariables } from "../../testing/sending.ts";

let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setVariables({ WEBHOOK_URL: receiver.url });
  close = await openSending();
});
afterAll(async () => {
  await close();
  await receiver.close();
});

test("une base qui refuse n’est pas harcelée, et tout part quand elle revient", async () => {
  await publishBook("avant");
  await deliveryWhen("avant", ({ status }) => status === "delivered");
  const said = vi.spyOn(logger, "error");
  await db().$executeRaw`ALTER TABLE "Attempt" RENAME TO "AttemptAway"`;
  await publishBook("pendant");
  for (let index = 0; index < 30; index++) {
    await db().$executeRaw`SELECT pg_notify('sorami_delivery', '')`;
    await sleep(100);
  }
  await db().$executeRaw`ALTER TABLE "AttemptAway" RENAME TO "Attempt"`;
  const failures = said.mock.calls.filter(([line]) => String(line).includes("boucle d’envoi"));
  expect(failures.length).toBeGreaterThanOrEqual(2);
  expect(failures.length).toBeLessThanOrEqual(4);
  await deliveryWhen("pendant", ({ status }) => status === "delivered");
});
