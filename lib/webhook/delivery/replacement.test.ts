import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { type RawAnswer, startRawReceiver } from "#testing/servers/raw-receiver.ts";
import { db } from "../../database/client.ts";
import { keepMs } from "../../http-client/connections.ts";
import { send } from "../../http-client/request.ts";
import { getDelivery } from "../log/deliveries.ts";

const answerWell: RawAnswer = (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");

let close: () => Promise<void>;
let receiver: Awaited<ReturnType<typeof startRawReceiver>>;
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s", ENVIRONMENT: undefined, WEBHOOK_SECRET: "un-secret-de-test" });
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  close = await openDeliveryHarness({ timeoutMs: 4000 });
});
afterAll(() => close());
beforeEach(async () => {
  receiver = await startRawReceiver(answerWell);
  setEnv({ WEBHOOK_URL: receiver.url });
  const post = () =>
    send({
      url: receiver.url,
      method: "POST",
      headers: {},
      body: Buffer.from("{}"),
      reach: { only: "loopback" },
      timeoutMs: 4000,
      maxBytes: 1024,
    });
  // A receiver whose connection stayed open and silent: the next exchange leaves one that is used again. Nothing ends its
  // time, however busy the machine is.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await post();
  vi.advanceTimersByTime(keepMs);
  await post();
  vi.useRealTimers();
});
afterEach(() => receiver.close());

const inFlight = () => db().attempt.findFirst({ where: { outcome: "in_flight" } });

test("une connexion gardée fermée à l’envoi : l’essai le dit avant que la requête reparte, et aboutit", async () => {
  const seen: (Date | null | undefined)[] = [];
  receiver.behave(async (socket, count) => {
    seen.push((await inFlight())?.replacedAt);
    if (count > 1) socket.end();
    else answerWell(socket, count);
  });
  await publishBook("remplace");
  const { id, attempts } = await waitForDelivery("remplace", ({ status }) => status === "delivered");
  expect(attempts).toMatchObject([{ number: 1, outcome: "delivered", replacedAt: expect.any(Date) }]);
  expect(seen).toEqual([null, attempts[0]?.replacedAt]);
  const [first, second] = receiver.requests.slice(-2);
  expect(second).toBe(first);
  expect((await getDelivery(id)).attempts[0]?.replaced_at).toBe(attempts[0]?.replacedAt?.toISOString());
});

test("un essai que plus personne ne tient ne repart pas", async () => {
  receiver.behave(async (socket) => {
    await db().attempt.updateMany({ where: { outcome: "in_flight" }, data: { outcome: "interrupted" } });
    socket.end();
  });
  const before = receiver.requests.length;
  await publishBook("perdu");
  await waitForDelivery("perdu", ({ status }) => status === "failed");
  expect(receiver.requests.length - before).toBe(1);
});

test("une connexion neuve n’est jamais remplacée, et l’essai n’en dit rien", async () => {
  receiver.close();
  receiver = await startRawReceiver((socket) => socket.end());
  setEnv({ WEBHOOK_URL: receiver.url });
  await publishBook("neuve");
  const { attempts } = await waitForDelivery("neuve", ({ status }) => status === "failed");
  expect(attempts).toMatchObject([{ outcome: "failed", failure: "reset", replacedAt: null }]);
  expect(receiver.requests).toHaveLength(1);
});
