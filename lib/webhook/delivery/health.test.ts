import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { StillClock } from "#testing/harness/clock.ts";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { hang, ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { boss } from "../../queue/boss.ts";
import { saveConfig } from "../endpoints/save-config.ts";
import { getEndpoint } from "../endpoints/view.ts";
import { resend } from "../resend/resend.ts";
import { startDelivery } from "./worker.ts";

const clock = new StillClock();
const hour = 3_600_000;
let closers: (() => Promise<void>)[] = [];
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,5s,200h" });
  closers = [receiver.close, await openDeliveryHarness({ clock, timeoutMs: 5000 })];
  // Two processes on one database must agree.
  closers.push(await startDelivery(await boss(), { timeoutMs: 5000 }));
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});
beforeEach(async () => {
  receiver.behave(ok);
  await db().delivery.deleteMany();
  await saveConfig({ enabled: true });
  receiver.requests.length = 0;
});
afterEach(() => vi.restoreAllMocks());

const endpoint = () => db().endpoint.findUniqueOrThrow({ where: { id: "default" } });
const jump = (ms: number) => clock.setTime(clock.now() + ms);
const from = (date: Date | null) => (date ? date.getTime() - clock.now() : null);
const arrived = ({ status }: { status: string }) => status === "delivered";
const tried =
  (count: number) =>
  ({ attempts }: { attempts: { outcome: string }[] }) =>
    attempts.filter(({ outcome }) => outcome !== "in_flight").length === count;

async function fails(jobId: string) {
  await publishBook(jobId);
  await waitForDelivery(jobId, tried(1));
}

test("une adresse en bonne santé n’est jamais réécrite", async () => {
  const version = async () => (await db().$queryRaw<{ xmin: string }[]>`SELECT xmin::text FROM "Endpoint"`)[0]?.xmin;
  await publishBook("sain-1");
  await waitForDelivery("sain-1", arrived);
  const before = await version();
  await publishBook("sain-2");
  await waitForDelivery("sain-2", arrived);
  expect(await version()).toBe(before);
});

test("ralentie, l’adresse reçoit les premiers essais, et les relances attendent jusqu’à la première réussite", async () => {
  receiver.behave(status(503, { "Retry-After": "3600" }));
  await fails("demande-une-heure");
  expect(from((await endpoint()).throttledUntil)).toBe(hour);
  receiver.behave(status(503));
  await fails("premier-essai");
  expect(from((await endpoint()).throttledUntil)).toBe(hour);
  await jump(7000);
  const waiting = await waitForDelivery("premier-essai", ({ postponed }) => postponed);
  expect(waiting).toMatchObject({ status: "pending", scheduled: 1, httpStatus: 503 });
  expect(waiting.nextAttemptAt).toEqual((await endpoint()).throttledUntil);
  expect(receiver.requests).toHaveLength(2);
  receiver.behave(ok);
  await publishBook("réussite");
  await waitForDelivery("réussite", arrived);
  const sent = await waitForDelivery("premier-essai", arrived);
  expect(sent).toMatchObject({ postponed: false, scheduled: 2 });
  expect(sent.attempts).toHaveLength(2);
  expect(await endpoint()).toMatchObject({ throttledUntil: null, throttles: 0, failingSince: null, failures: 0 });
  expect(await findDelivery("demande-une-heure")).toMatchObject({ status: "pending", postponed: false, scheduled: 1 });
  await sleep(1200);
  expect(receiver.requests).toHaveLength(4);
});

test("une relance reportée part à la fin du ralentissement, et un renvoi demandé n’attend pas", async () => {
  receiver.behave(status(429, { "Retry-After": "60" }));
  await fails("ralentit");
  receiver.behave(status(500));
  await fails("reportée");
  await fails("renvoyée");
  await jump(7000);
  await waitForDelivery("reportée", ({ postponed }) => postponed);
  const { id } = await waitForDelivery("renvoyée", ({ postponed }) => postponed);
  await resend(id);
  const resent = await waitForDelivery("renvoyée", tried(2));
  expect(resent.attempts[1]).toMatchObject({ trigger: "resend", outcome: "failed" });
  expect(resent).toMatchObject({ status: "pending", scheduled: 1, postponed: false });
  expect(await findDelivery("reportée")).toMatchObject({ postponed: true });
  await jump(54_000);
  expect(await waitForDelivery("reportée", tried(2))).toMatchObject({ scheduled: 2, postponed: false });
});

test("réactiver une adresse envoie ce qui attendait", async () => {
  receiver.behave(status(429, { "Retry-After": "86400" }));
  await fails("ralentit-un-jour");
  receiver.behave(status(500));
  await fails("attendait");
  await jump(7000);
  await waitForDelivery("attendait", ({ postponed }) => postponed);
  receiver.behave(ok);
  await saveConfig({ enabled: true });
  expect(await waitForDelivery("attendait", arrived)).toMatchObject({ scheduled: 2 });
});

test("une autre adresse n’hérite ni des échecs ni du ralentissement ; la même, enregistrée de nouveau, les garde", async () => {
  const url = receiver.url;
  receiver.behave(status(429, { "Retry-After": "86400" }));
  await fails("ralentit");
  receiver.behave(status(500));
  await fails("suivra");
  await jump(7000);
  await waitForDelivery("suivra", ({ postponed }) => postponed);
  const before = await endpoint();
  await saveConfig({ url });
  const { failures, failingSince, throttledUntil } = before;
  expect(await endpoint()).toMatchObject({ failures, failingSince, throttledUntil });
  expect(failingSince && throttledUntil).not.toBeNull();
  receiver.behave(ok);
  await saveConfig({ url: `${url}?nouvelle` });
  expect(await endpoint()).toMatchObject({ failures: 0, failingSince: null, throttledUntil: null, throttles: 0 });
  expect(await waitForDelivery("suivra", arrived)).toMatchObject({ scheduled: 2 });
  expect(receiver.requests.at(-1)?.path).toContain("?nouvelle");
  await saveConfig({ url });
});

test("chaque rechute double l’attente, de 1 s à 60 s", async () => {
  receiver.behave((request, response, count) => (count === 1 ? hang : status(502))(request, response, count));
  const waits: (number | null)[] = [];
  for (let index = 0; index < 8; index++) {
    await fails(`rechute-${index}`);
    const { throttledUntil, throttles } = await endpoint();
    expect(throttles).toBe(index + 1);
    waits.push(from(throttledUntil));
    await fails(`rechute-${index}-pendant`);
    expect((await endpoint()).throttledUntil).toEqual(throttledUntil);
    await clock.setTime(throttledUntil!);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});

test("cinq jours d’échecs : trois avertissements, chacun une fois, puis l’adresse est désactivée ; réactiver oublie tout", async () => {
  const warned = vi.spyOn(logger, "warn");
  receiver.behave(status(500));
  for (const [index, hours] of [0, 59, 2, 1, 22, 24, 11].entries()) {
    await jump(hours * hour);
    await fails(`échec-${index}`);
  }
  expect(await endpoint()).toMatchObject({ enabled: true, warned: 90 });
  const warnings = warned.mock.calls.map(([line]) => String(line));
  expect(warnings.map((line) => /\((\d+) %/.exec(line)?.[1])).toEqual(["50", "70", "90"]);
  expect(warnings[0]).toMatch(/n’a fait qu’échouer depuis le .+ l’envoi sera désactivé le .+UTC/);
  await jump(hour);
  await fails("échec-de-trop");
  const off = await endpoint();
  expect(off).toMatchObject({ enabled: false, disabledAt: expect.any(Date) });
  expect(off.disabledReason).toMatch(/n’a fait qu’échouer depuis le .+ \(\d+ échecs\)/);
  await publishBook("éteint");
  expect(await findDelivery("éteint")).toMatchObject({ status: "disabled", attempts: [] });
  await saveConfig({ enabled: true });
  expect(await endpoint()).toMatchObject({
    enabled: true,
    disabledReason: null,
    failingSince: null,
    failures: 0,
    warned: 0,
    pausesAt: null,
  });
});

test("deux échecs à vingt jours d’écart : d’abord l’avertissement, et ce que dit l’API est vrai à chaque moment", async () => {
  const warned = vi.spyOn(logger, "warn");
  const failing = async () => (await getEndpoint("default")).failing;
  const inHours = (hours: number) => new Date(clock.now() + hours * hour).toISOString();
  const failsOnce = async (jobId: string) => {
    await fails(jobId);
    await db().delivery.deleteMany();
  };
  receiver.behave(status(500));
  await failsOnce("jour-0");
  expect(await failing()).toMatchObject({ failures: 1, percent: 0, pauses_at: inHours(120) });
  await jump(15 * 24 * hour);
  expect(await failing()).toMatchObject({ failures: 1, percent: 90, pauses_at: inHours(12) });
  await jump(5 * 24 * hour);
  await failsOnce("jour-20");
  expect(await endpoint()).toMatchObject({ enabled: true, warned: 90 });
  expect(warned.mock.calls.map(([line]) => String(line)).filter((line) => line.includes("90 % du délai"))).toHaveLength(
    1,
  );
  const announced = inHours(12);
  await jump(11 * hour);
  await failsOnce("onze-heures-après");
  expect(await endpoint()).toMatchObject({ enabled: true, failures: 3 });
  expect(await failing()).toMatchObject({ percent: 99, pauses_at: announced });
  await jump(2 * hour);
  expect(await failing()).toMatchObject({ percent: 100, pauses_at: inHours(0) });
  await failsOnce("treize-heures-après");
  expect(await endpoint()).toMatchObject({ enabled: false, disabledAt: new Date(clock.now()) });
});

test("une seule réussite remet le compte à zéro", async () => {
  receiver.behave(status(500));
  await fails("avant");
  await jump(119 * hour);
  receiver.behave(ok);
  await publishBook("entre");
  await waitForDelivery("entre", arrived);
  receiver.behave(status(500));
  await jump(2 * hour);
  await fails("après");
  expect(await endpoint()).toMatchObject({ enabled: true, failingSince: new Date(clock.now()), warned: 0 });
});

test("une horloge qui a menti puis recule ne prive personne : le compte repart, un ralentissement d’un autre jour ne vaut rien", async () => {
  const future = new Date(clock.now() + 90 * 24 * hour);
  receiver.behave(status(500));
  await fails("avant-recul");
  const ahead = { failingSince: future, warned: 90, pausesAt: future };
  await db().endpoint.updateMany({ data: { ...ahead, throttledUntil: future, throttles: 3 } });
  await jump(7000);
  expect((await waitForDelivery("avant-recul", tried(2))).postponed).toBe(false);
  const restarted = { failingSince: new Date(clock.now()), warned: 0, pausesAt: null };
  expect(await endpoint()).toMatchObject({ ...restarted, enabled: true });
});
