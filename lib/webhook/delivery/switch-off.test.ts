import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { StillClock } from "#testing/harness/clock.ts";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { changeEndpoint } from "../endpoints/change.ts";
import { rotateSecret } from "../endpoints/rotate.ts";

const clock = new StillClock();
const hour = 3_600_000;
let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ APP_SECRET: "x".repeat(32), WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s" });
  close = await openDeliveryHarness({ clock });
});
afterAll(async () => {
  await close();
  await receiver.close();
});
beforeEach(async () => {
  vi.restoreAllMocks();
  await db().endpoint.deleteMany();
  receiver.requests.length = 0;
});

const endpoint = () => db().endpoint.findUniqueOrThrow({ where: { id: "default" } });
const jump = (ms: number) => clock.setTime(clock.now() + ms);

/** An event that is answered `410`, but not before `meanwhile` is done. */
async function goneDuring(jobId: string, meanwhile: () => Promise<unknown>) {
  const done = Promise.withResolvers<void>();
  receiver.behave(async (...exchange) => {
    await done.promise;
    status(410)(...exchange);
  });
  await publishBook(jobId);
  await receiver.received(1);
  await jump(1000);
  await meanwhile();
  done.resolve();
  const { attempts } = await waitForDelivery(jobId, ({ status }) => status === "failed");
  expect(attempts).toMatchObject([{ failure: "gone" }]);
}

test("un 410 qui arrive pendant qu’on renomme ou qu’on change la clé désactive bien la destination", async () => {
  await goneDuring("renommée", () => changeEndpoint("default", { name: "Un autre nom" }));
  expect(await endpoint()).toMatchObject({ enabled: false, disabledReason: expect.stringContaining("410") });
  await changeEndpoint("default", { enabled: true, url: receiver.url });
  receiver.requests.length = 0;
  await goneDuring("nouvelle-clé", () => rotateSecret("default", { overlap_hours: 24 }));
  expect(await endpoint()).toMatchObject({ enabled: false, name: "Un autre nom" });
});

test("il ne dit rien d’une autre adresse, ni de ce qu’une personne a décidé depuis", async () => {
  await goneDuring("autre-adresse", () => changeEndpoint("default", { url: `${receiver.url}?autre` }));
  expect(await endpoint()).toMatchObject({ enabled: null, disabledAt: null });
  receiver.requests.length = 0;
  await goneDuring("éteinte", () => changeEndpoint("default", { enabled: false }));
  expect(await endpoint()).toMatchObject({ enabled: false, disabledReason: null });
  await changeEndpoint("default", { enabled: true });
  receiver.requests.length = 0;
  await goneDuring("rallumée", async () => {
    await changeEndpoint("default", { enabled: false });
    await changeEndpoint("default", { enabled: true });
  });
  expect(await endpoint()).toMatchObject({ enabled: true, disabledReason: null });
});

test("la destination que personne n’a jamais allumée est avertie et mise en pause comme une autre", async () => {
  const warned = vi.spyOn(logger, "warn");
  receiver.behave(status(500));
  for (const [index, hours] of [0, 61, 23, 24, 12].entries()) {
    await jump(hours * hour);
    await publishBook(`échec-${index}`);
    await waitForDelivery(`échec-${index}`, ({ status }) => status === "failed");
  }
  const percents = warned.mock.calls.map(([line]) => /\((\d+) % du délai/.exec(String(line))?.[1]).filter(Boolean);
  expect(percents).toEqual(["50", "70", "90"]);
  expect(await endpoint()).toMatchObject({ enabled: false });
  await publishBook("éteinte-depuis");
  expect(await findDelivery("éteinte-depuis")).toMatchObject({ status: "disabled" });
});
