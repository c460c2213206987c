import { expect } from "@playwright/test";
import { createBook, getJson } from "#testing/app/jobs.ts";
import { test } from "#testing/app/shared.ts";
import { DeliveryList, type DeliveryView } from "../lib/contract/delivery.ts";
import { EndpointList, EndpointSecret } from "../lib/contract/endpoint.ts";
import { type PracticeBehaviour, PracticeList } from "../lib/contract/practice.ts";
import { EndpointTest } from "../lib/contract/test-stages.ts";

const postJson = (url: string, body?: object) =>
  fetch(url, {
    method: "POST",
    ...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });

test("le récepteur d’entraînement montre chaque panne avec une horloge raccourcie", async ({ demo }) => {
  const app = await demo.empty();
  const practice = PracticeList.parse(await getJson(`${app.url}/api/practice`));
  const urlOf = (behaviour: PracticeBehaviour) =>
    practice.items.find((item) => item.behaviour === behaviour)?.url ?? "";
  const ids = new Map<PracticeBehaviour, string>();
  for (const behaviour of ["500", "reset", "410", "429", "garbage"] as const) {
    const wanted = { url: urlOf(behaviour), name: behaviour, retry_schedule: "0s,300ms,300ms" };
    const { endpoint } = EndpointSecret.parse(
      await (await postJson(`${app.url}/api/webhook/endpoints`, wanted)).json(),
    );
    ids.set(behaviour, endpoint.id);
  }
  const job = await createBook(app.url, "les pannes de tous les jours", 1);
  const deliveries = async () => {
    const list = DeliveryList.parse(await getJson(`${app.url}/api/webhook/deliveries?job_id=${job.id}`));
    return (behaviour: PracticeBehaviour): DeliveryView | undefined =>
      list.items.find(({ endpoint_id }) => endpoint_id === ids.get(behaviour));
  };
  let settled = await deliveries();
  const statuses = async () => {
    const of = await deliveries();
    settled = of;
    return [of("500")?.status, of("reset")?.status, of("410")?.status, of("garbage")?.status, of("429")?.http_status];
  };
  await expect.poll(statuses, { timeout: 40_000 }).toEqual(["failed", "delivered", "failed", "failed", 429]);
  const of = settled;
  expect(of("500")?.attempts.map(({ response_status }) => response_status)).toEqual([500, 500, 500]);
  const reset = of("reset")?.attempts ?? [];
  expect(reset.map(({ failure, outcome }) => failure ?? outcome)).toEqual(["reset", "delivered"]);
  expect(JSON.parse(reset[1]?.response_body ?? "{}")).toMatchObject({ success: true, duplicate: true });
  const books = (await getJson(`${app.url}/api/books`)) as { items: { job_id: string }[] };
  expect(books.items.filter(({ job_id }) => job_id === job.id)).toHaveLength(1);
  expect(of("garbage")?.attempts[0]).toMatchObject({ failure: "protocol" });
  expect(of("429")).toMatchObject({ status: "pending", next_attempt_at: expect.any(String) });
  const endpoint = async (wanted: string) =>
    EndpointList.parse(await getJson(`${app.url}/api/webhook/endpoints`)).items.find(({ name }) => name === wanted);
  expect(await endpoint("410")).toMatchObject({ enabled: false });
  // Its wait may just be over: the next attempt renews it.
  await expect.poll(async () => (await endpoint("429"))?.throttled_until).toEqual(expect.any(String));

  const failing = await postJson(`${app.url}/api/webhook/endpoints/${ids.get("500")}/test`);
  expect(failing.status).toBe(502);
  const { stages, exchange } = EndpointTest.parse(await failing.json());
  expect(stages.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "sign done",
    "resolve done",
    "connect done",
    "tls skipped",
    "answer failed",
  ]);
  expect(exchange).toMatchObject({ response_status: 500, timings: { connect: expect.any(Number) } });
  expect((await postJson(`${app.url}/api/webhook/endpoints/default/test`)).status).toBe(200);
});
