import { expect, test } from "vitest";
import { DeliveryQuery } from "./contract/delivery.ts";
import { InboxQuery } from "./contract/inbox.ts";
import { PageQuery } from "./contract/page.ts";
import { errorResponse, readQuery } from "./http.ts";

const read = (query: string, schema: typeof DeliveryQuery | typeof InboxQuery | typeof PageQuery = DeliveryQuery) =>
  readQuery(new Request(`http://localhost/api/x?${query}`), schema);

test.each([
  ["status=delivered,failed", { status: ["delivered", "failed"] }],
  ["status=pending", { status: ["pending"] }],
  ["http_status=999", { http_status: "999" }],
  ["http_status=6xx&limit=5", { http_status: "6xx", limit: 5 }],
  ["since=2026-11-29T00:00:00%2B01:00", { since: "2026-11-29T00:00:00+01:00" }],
  ["since=2026-11-29T00:00:00+01:00", { since: "2026-11-29T00:00:00+01:00" }],
  ["until=2026-11-29T00:00:00.250+05:30", { until: "2026-11-29T00:00:00.250+05:30" }],
  ["since=2026-11-29T00:00:00-05:00&until=2026-11-30T00:00:00Z", { since: "2026-11-29T00:00:00-05:00" }],
])("?%s se lit", (query, filter) => expect(read(query)).toMatchObject(filter));

test("une date de l’autre liste se lit de même", () => {
  expect(read("since=2026-11-29T00:00:00+01:00", InboxQuery)).toMatchObject({ since: "2026-11-29T00:00:00+01:00" });
});

test.each([
  ["status=delivered&status=failed", "status", "plusieurs fois"],
  ["status=failed&status=failed", "status", "plusieurs fois"],
  ["limit=5&limit=6", "limit", "plusieurs fois"],
  ["endpoint_id=a&status=failed&endpoint_id=b", "endpoint_id", "plusieurs fois"],
  ["statut=failed", "statut", "n’est pas un paramètre d’ici"],
  ["Status=failed", "Status", "n’est pas un paramètre d’ici"],
  ["status[]=failed", "status[]", "n’est pas un paramètre d’ici"],
  ["missed=true", "missed", "n’est pas un paramètre d’ici"],
  ["=x", "", "n’est pas un paramètre d’ici"],
  ["__proto__=x", "__proto__", "n’est pas un paramètre d’ici"],
])("?%s est refusé, en nommant %s", async (query, path, words) => {
  const refused = await (async () => read(query))().catch(errorResponse);
  expect(refused).toBeInstanceOf(Response);
  expect((refused as Response).status).toBe(422);
  const { message, issues } = await (refused as Response).json();
  expect(issues).toMatchObject([{ path, message: expect.stringContaining(words) }]);
  expect(message).toContain(path);
});

test("tout ce qui ne va pas est dit ensemble, avec ce qui est accepté", () => {
  expect(() => read("statut=a&limit=1&limit=2", PageQuery)).toThrow(
    "statut n’est pas un paramètre d’ici\u202f; acceptés\u202f: cursor, limit ; limit est donné plusieurs fois",
  );
});

test.each([
  "since=hier",
  "since=2026-11-29",
  "since=2026-11-29T00:00:00",
  "since=2026-11-29 00:00:00+01:00",
  "http_status=0",
  "http_status=099",
  "http_status=1000",
])("?%s est refusé", (query) => expect(() => read(query)).toThrow());
