import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import { InboxQuery } from "../contract/inbox.ts";
import { db } from "../database/client.ts";
import { getInboxEntry, getReceivedBody, listInbox } from "./inbox.ts";
import { receive } from "./receive.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
  for (const job of ["a", "b", "b", "c"])
    await receive(webhookRequest(payload({ job_id: job }), { "webhook-id": `evt_${job}` }));
  await db().inboxEntry.updateMany({
    where: { jobId: "a" },
    data: {
      processedAt: null,
      error: "Refusé",
      verification: "signature",
      receivedAt: new Date("2026-01-02T12:00:00Z"),
    },
  });
});
afterAll(() => close());

const jobs = async (parameters: Record<string, string>) =>
  (await listInbox(InboxQuery.parse(parameters))).items.map(({ job_id }) => job_id);

test.each([
  [{}, ["c", "b", "a"]],
  [{ outcome: "error" }, ["a"]],
  [{ outcome: "processed" }, ["c", "b"]],
  [{ duplicates: "true" }, ["b"]],
  [{ duplicates: "false" }, ["c", "b", "a"]],
  [{ verification: "signature" }, ["a"]],
  [{ verification: "none", outcome: "error" }, []],
  [{ job_id: "b" }, ["b"]],
  [{ until: "2026-01-03T00:00:00+01:00" }, ["a"]],
  [{ since: "2026-01-02T12:00:00Z", until: "2026-01-02T12:00:01Z" }, ["a"]],
  [{ since: "0000-01-01T00:00:00Z", until: "2026-01-02T12:00:00Z" }, []],
  [{ until: "0000-01-01T00:00:00Z" }, []],
  [{ since: "9999-12-31T23:59:59-14:00" }, []],
])("le filtre %j", async (parameters, expected) => {
  expect(await jobs(parameters)).toEqual(expected);
});

test("les pages se suivent sous un filtre", async () => {
  const first = await listInbox(InboxQuery.parse({ outcome: "processed", limit: "1" }));
  expect(first.items).toMatchObject([{ job_id: "c" }]);
  const second = await listInbox(InboxQuery.parse({ outcome: "processed", limit: "1", cursor: first.next_cursor }));
  expect(second).toMatchObject({ items: [{ job_id: "b", book_id: expect.any(String) }], next_cursor: null });
});

test.each(["verification", "outcome", "duplicates", "since", "until", "cursor", "limit"])(
  "un filtre %s mal formé est nommé",
  (path) => expect(InboxQuery.safeParse({ [path]: "?" }).error?.issues[0]?.path).toEqual([path]),
);

test("un événement, et les octets reçus, tant qu’ils sont conservés", async () => {
  const [item] = (await listInbox(InboxQuery.parse({ job_id: "b" }))).items;
  const id = item?.id ?? "";
  expect(await getInboxEntry(id)).toEqual(item);
  expect(JSON.parse(await getReceivedBody(id))).toMatchObject({ job_id: "b" });
  await db().inboxEntry.update({ where: { id }, data: { body: null } });
  await expect(getReceivedBody(id)).rejects.toMatchObject({ code: "conflict" });
  await expect(getReceivedBody("1")).rejects.toMatchObject({ code: "not_found" });
  await expect(getInboxEntry("1")).rejects.toMatchObject({ code: "not_found" });
});
