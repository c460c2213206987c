import { expect } from "vitest";
import type { SendableEvent } from "#lib/webhook/attempt/result.ts";
import type { GuideReceiver } from "./receivers.ts";
import { attempt, publishBook, publishFailure, stream } from "./sender.ts";

export const secrets = {
  current: `whsec_${Buffer.from("une clé de trente-deux octets !!").toString("base64")}`,
  old: "sorami-webhook-secret-key-2025",
  foreign: "sorami-webhook-secret-key-2019",
};

export type Case = GuideReceiver & {
  jobId: string;
  deliver: (event: SendableEvent, sending?: Parameters<typeof attempt>[2]) => ReturnType<typeof attempt>;
};

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const maxBytes = 10 * 1024 * 1024;

const stored = ({ query, jobId }: Case) =>
  query(`select webhook_id, arrivals from sorami_events where job_id = '${jobId}' order by arrivals desc`);
const titleOf = async ({ query, jobId }: Case) =>
  (await query(`select book ->> 'book_title' as title from sorami_books where job_id = '${jobId}'`))[0]?.title;

/** The most that a chapter may hold, less room for what is beside its text. */
const chapterBytes = 2 * 1024 * 1024 - 1024;

async function publishSized(jobId: string, bytes: number) {
  const count = Math.ceil(bytes / chapterBytes);
  const titles = Array.from({ length: count }, (_, index) => `Chapitre ${index + 1}`);
  const publish = (lengths: number[]) =>
    publishBook(jobId, { chapters: titles.map((title, at) => ({ title, content: "a".repeat(lengths[at] ?? 0) })) });
  const { body } = await publish([]);
  const each = Math.floor((bytes - body.length) / count);
  const rest = bytes - body.length - each * (count - 1);
  return publish([...Array(count - 1).fill(each), rest]);
}

async function expectRefused(given: Case, event: SendableEvent, sending: Parameters<Case["deliver"]>[1]) {
  expect(await given.deliver(event, sending)).toMatchObject({ status: 401, answer: { error: "Unauthorized" } });
  expect(await stored(given)).toEqual([]);
}

export const cases: Record<string, (given: Case) => Promise<void>> = {
  "range un livre bien signé, texte intact": async (given) => {
    const event = await publishBook(given.jobId, { book_title: "L’été, 夏 — « 100 % » 🌊" });
    expect(await given.deliver(event)).toEqual({
      status: 200,
      answer: {
        success: true,
        message: "Webhook reçu et traité avec succès",
        job_id: given.jobId,
        duplicate: false,
      },
    });
    expect(await titleOf(given)).toBe("L’été, 夏 — « 100 % » 🌊");
  },
  "dit doublon au même événement, et ne le range qu’une fois": async (given) => {
    const event = await publishBook(given.jobId);
    await given.deliver(event);
    expect(await given.deliver(event, { at: minutes(2) })).toMatchObject({ status: 200, answer: { duplicate: true } });
    expect(await stored(given)).toEqual([{ webhook_id: event.id, arrivals: 2 }]);
  },
  "range une fois huit essais simultanés": async (given) => {
    const event = await publishBook(given.jobId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => given.deliver(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(answers.filter(({ answer }) => answer.duplicate === false)).toHaveLength(1);
    expect(await stored(given)).toEqual([{ webhook_id: event.id, arrivals: 8 }]);
  },
  "refuse le même webhook-id sous un autre corps, sans rien écraser": async (given) => {
    const event = await publishBook(given.jobId, { book_title: "Le premier" });
    await given.deliver(event);
    const other = await publishBook(given.jobId, { book_title: "Le second" });
    expect(await given.deliver({ ...other, id: event.id })).toMatchObject({ status: 409 });
    expect(await titleOf(given)).toBe("Le premier");
  },
  "refuse une clé inconnue, même à côté du bon X-Webhook-Secret": async (given) => {
    const headers = { "X-Webhook-Secret": secrets.old };
    await expectRefused(given, await publishBook(given.jobId), { secrets: secrets.foreign, headers });
  },
  "refuse un corps changé en route": async (given) => {
    const event = await publishBook(given.jobId);
    const body = Buffer.from(Buffer.from(event.body).toString().replace("Livre de test", "Livre de tesT"));
    await expectRefused(given, event, { body });
  },
  "refuse un webhook-id qui n’est pas celui qui a été signé": async (given) =>
    expectRefused(given, await publishBook(given.jobId), { headers: { "webhook-id": "evt_autre" } }),
  "refuse ce qui n’est pas signé, ou mal": async (given) => {
    const event = await publishBook(given.jobId);
    const wrong = [undefined, "", "v1,", "v1,AAAA", "v2,AAAA v1", `v1a,${"A".repeat(43)}=`];
    for (const signature of wrong) await expectRefused(given, event, { headers: { "webhook-signature": signature } });
  },
  "refuse une heure à plus de cinq minutes, passée ou future, ou illisible": async (given) => {
    const event = await publishBook(given.jobId);
    for (const at of [minutes(-6), minutes(6)]) await expectRefused(given, event, { at });
    for (const timestamp of [undefined, "", "1e9", "-5", "9".repeat(30)])
      await expectRefused(given, event, { headers: { "webhook-timestamp": timestamp } });
  },
  "accepte une heure à quatre minutes": async (given) => {
    for (const at of [minutes(-4), minutes(4)])
      expect(await given.deliver(await publishBook(given.jobId), { at })).toMatchObject({ status: 200 });
  },
  "accepte chacune de ses clés, et une seule bonne signature parmi plusieurs": async (given) => {
    const { current, old, foreign } = secrets;
    for (const signing of [old, `${current} ${old}`, `${foreign} ${old}`, `${foreign} ${current}`])
      expect(await given.deliver(await publishBook(given.jobId), { secrets: signing }), signing).toMatchObject({
        status: 200,
      });
  },
  "montre la dernière version, dans l’ordre des timestamp": async (given) => {
    const events: SendableEvent[] = [];
    for (const title of ["Première", "Deuxième", "Troisième"]) {
      events.push(await publishBook(given.jobId, { book_title: title }));
      await new Promise((next) => setTimeout(next, 2));
    }
    const [first, second, third] = events as [SendableEvent, SendableEvent, SendableEvent];
    for (const [event, shown] of [
      [second, "Deuxième"],
      [first, "Deuxième"],
      [third, "Troisième"],
    ] as const) {
      expect(await given.deliver(event)).toMatchObject({ status: 200, answer: { duplicate: false } });
      expect(await titleOf(given)).toBe(shown);
    }
    expect(await stored(given)).toHaveLength(3);
  },
  "reçoit l’événement de test sans en faire un livre": async (given) => {
    const jobId = `test-${given.jobId}`;
    const event = await publishBook(jobId, {}, "webhook.test");
    expect(await given.deliver(event)).toMatchObject({
      status: 200,
      answer: { success: true, job_id: jobId, book_created: false },
    });
    expect(await stored({ ...given, jobId })).toEqual([]);
    expect(await given.deliver(event, { secrets: secrets.foreign })).toMatchObject({ status: 401 });
  },
  "garde un échec, qui n’est pas un livre": async (given) => {
    expect(await given.deliver(await publishFailure(given.jobId))).toMatchObject({ status: 200 });
    expect(await stored(given)).toHaveLength(1);
    expect(await titleOf(given)).toBeUndefined();
  },
  "répond 500 quand la base refuse, et range à l’essai suivant": async (given) => {
    const event = await publishBook(given.jobId);
    await given.query("alter table sorami_events rename to sorami_elsewhere");
    const refused = await given
      .deliver(event)
      .finally(() => given.query("alter table sorami_elsewhere rename to sorami_events"));
    expect(refused).toMatchObject({ status: 500, answer: { error: "Non rangé" } });
    expect(await given.deliver(event)).toMatchObject({ status: 200, answer: { duplicate: false } });
    expect(await titleOf(given)).toBe("Livre de test");
  },
  "refuse un octet de plus que 10 Mio": async (given) => {
    expect(await given.deliver(await publishSized(given.jobId, maxBytes + 1))).toMatchObject({ status: 413 });
    expect(await stored(given)).toEqual([]);
  },
  "refuse plus de 10 Mio sans longueur annoncée": async ({ urls, jobId }) => {
    const headers = { "webhook-id": jobId, "webhook-timestamp": "1", "webhook-signature": "v1," };
    expect(await stream(urls.signed, headers, maxBytes + 1024 * 1024)).toBe(413);
  },
  "range un long livre": async (given) => {
    expect(await given.deliver(await publishSized(given.jobId, 2 * 1024 * 1024))).toMatchObject({ status: 200 });
    expect(await stored(given)).toHaveLength(1);
  },
  "refuse un corps signé qu’il ne comprend pas": async (given) => {
    const event = await publishBook(given.jobId);
    const payload = JSON.parse(Buffer.from(event.body).toString());
    const unreadable = [
      "",
      "{",
      "null",
      "[]",
      ...[
        { job_id: "" },
        { job_id: 3 },
        { status: "x" },
        { timestamp: "hier" },
        { timestamp: null },
        { book_data: null },
      ].map((changes) => JSON.stringify({ ...payload, ...changes })),
    ];
    for (const text of unreadable)
      expect(await given.deliver({ ...event, body: Buffer.from(text) }), text).toMatchObject({ status: 400 });
    expect(await stored(given)).toEqual([]);
  },
  "refuse un événement sans webhook-id lisible": async (given) => {
    for (const id of [undefined, "", "a b", "a".repeat(256)])
      expect(await given.deliver(await publishBook(given.jobId), { headers: { "webhook-id": id } })).toMatchObject({
        status: 400,
      });
  },
  "sans secret, ferme la porte ; avec « off », reçoit ce qui n’est pas signé": async (given) => {
    const event = await publishBook(given.jobId);
    expect(await attempt(given.urls.closed, event, { secrets: secrets.old })).toMatchObject({ status: 503 });
    expect(await attempt(given.urls.closed, event, {})).toMatchObject({ status: 503 });
    expect(await stored(given)).toEqual([]);
    expect(await attempt(given.urls.off, event, {})).toMatchObject({ status: 200, answer: { duplicate: false } });
    expect(await titleOf(given)).toBe("Livre de test");
  },
};
