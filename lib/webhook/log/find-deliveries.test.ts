import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { seededEndpoint, seedLog } from "#testing/database/seed-log.ts";
import { DeliveryQuery } from "../../contract/delivery.ts";
import { db, transaction } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { listDeliveries } from "./deliveries.ts";
import { findDeliveries, pageQuery } from "./find-deliveries.ts";

const count = 20_000;
const until = new Date("2026-11-23T12:00:00Z");
const ago = (days: number) => new Date(until.getTime() - days * 86_400_000).toISOString();

let close: () => Promise<void>;
let rows: Awaited<ReturnType<typeof read>>;
const read = () => db().delivery.findMany({ orderBy: { id: "desc" } });

beforeAll(async () => {
  close = await openTestDatabase();
  await transaction((tx) => seedLog(tx, count, until));
  await db().$executeRawUnsafe("VACUUM ANALYZE");
  rows = await read();
}, 60_000);
afterAll(() => close());

const queries: Record<string, string>[] = [
  {},
  { status: "failed" },
  { status: "failed,disabled" },
  { status: "" },
  { event_type: "webhook.test" },
  { endpoint_id: seededEndpoint(19) },
  { endpoint_id: "inconnu" },
  { http_status: "410" },
  { http_status: "5xx" },
  { http_status: "none" },
  { http_status: "3xx" },
  { since: ago(2), until: ago(1.5) },
  { since: "0000-01-01T00:00:00Z", until: ago(59.9) },
  { job_id: "job_seed100" },
  { job_id: "job_seed0", status: "failed", http_status: "none" },
  { status: "failed", endpoint_id: seededEndpoint(0) },
  { status: "delivered", http_status: "404" },
  { http_status: "5xx", since: ago(50), until: ago(40), endpoint_id: seededEndpoint(2) },
  { http_status: "410", since: ago(5), until: ago(1) },
  {
    event_type: "book.failed",
    status: "pending,disabled,failed",
    http_status: "none",
    since: `${ago(30).slice(0, -1)}+00:00`,
  },
];

type Row = (typeof rows)[number];

/** The same filters, told another way. */
function keeps(query: DeliveryQuery, row: Row): boolean {
  const http = row.httpStatus === null ? "none" : String(row.httpStatus);
  const wanted = query.http_status?.endsWith("xx") ? http[0] === query.http_status[0] : http === query.http_status;
  return (
    (!query.status?.length || query.status.includes(row.status)) &&
    (query.event_type === undefined || query.event_type === row.eventType) &&
    (query.endpoint_id === undefined || query.endpoint_id === row.endpointId) &&
    (query.http_status === undefined ||
      (wanted && http !== "none") ||
      (query.http_status === "none" && http === "none")) &&
    (query.since === undefined || row.createdAt >= new Date(query.since)) &&
    (query.until === undefined || row.createdAt < new Date(query.until)) &&
    (query.job_id === undefined || query.job_id === row.jobId)
  );
}

test.each(queries)("les pages suivent exactement le filtre : %j", async (parameters) => {
  const { limit: _, cursor: __, ...filter } = DeliveryQuery.parse(parameters);
  const expected = rows.filter((row) => keeps({ ...filter, limit: 1 }, row)).map(({ id }) => id);
  const limit = 700;
  const found: string[] = [];
  for (let before: string | undefined; found.length < 2100; before = found.at(-1)) {
    const page = (await findDeliveries({ filter, before, limit })).map(({ id }) => id);
    found.push(...page);
    if (page.length < limit) break;
  }
  expect(found).toEqual(expected.slice(0, found.length));
  expect(found.length).toBe(Math.min(expected.length, 2100));
});

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];

test.each(queries)("aucun filtre ne parcourt la table : %j", async (parameters) => {
  const { limit: _, cursor: __, ...filter } = DeliveryQuery.parse(parameters);
  const query = pageQuery({ filter, limit: 21 });
  const [answer] = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: Plan }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
  );
  const scans = flatten(answer!["QUERY PLAN"][0].Plan).filter((plan) => plan["Relation Name"] === "Delivery");
  expect(scans.length).toBeGreaterThan(0);
  expect(scans.filter((plan) => plan["Node Type"] === "Seq Scan")).toEqual([]);
  const seen = scans.map(
    (plan) => (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"],
  );
  expect(seen.reduce((sum, rowsSeen) => sum + rowsSeen)).toBeLessThan(count / 20);
});

test("une page de l’API, sa suite, et rien de répété quand de nouvelles livraisons arrivent", async () => {
  const first = await listDeliveries(DeliveryQuery.parse({ status: "failed", limit: "3" }));
  expect(first.items.map(({ status, attempts }) => [status, attempts.length])).toEqual(Array(3).fill(["failed", 3]));
  expect(first.next_cursor).toBe(first.items[2]!.id);
  const { id: _, ...row } = rows[0]!;
  const event = await db().event.create({
    data: { id: "evt_new", type: row.eventType, jobId: row.jobId, body: "{}", createdAt: row.createdAt },
  });
  const id = "ffffffff-0000-7000-8000-000000000000";
  await db().delivery.create({ data: { ...row, id, eventId: event.id, status: "failed" } });
  const second = await listDeliveries(DeliveryQuery.parse({ status: "failed", limit: "3", cursor: first.next_cursor }));
  const failed = rows.filter(({ status }) => status === "failed").map((one) => one.id);
  expect([...first.items, ...second.items].map((item) => item.id)).toEqual(failed.slice(0, 6));
});

test.each([
  ["status", { status: "failed,perdu" }],
  ["event_type", { event_type: "book.lost" }],
  ["http_status", { http_status: "0xx" }],
  ["since", { since: "hier" }],
  ["until", { until: "2026-11-23T10:00:00" }],
  ["cursor", { cursor: "1" }],
  ["limit", { limit: "0" }],
])("un filtre %s mal formé est nommé", (path, parameters) => {
  const { error } = DeliveryQuery.safeParse(parameters);
  expect(error?.issues[0]?.path[0]).toBe(path);
});
