import { expect, test } from "vitest";
import { EndpointCreate } from "./contract/endpoint.ts";
import { Timestamp } from "./contract/text.ts";
import { WebhookConfigUpdate } from "./contract/webhook.ts";
import { readJson } from "./http.ts";

test("une date qui n’existe pas au calendrier est refusée, une vraie est gardée", () => {
  for (const day of ["2026-02-30", "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10"])
    expect(Timestamp.safeParse(`${day}T10:00:00Z`).success, day).toBe(false);
  for (const day of ["2026-02-28", "2028-02-29", "2026-12-31"])
    expect(Timestamp.safeParse(`${day}T23:59:59.999+02:00`).success, day).toBe(true);
});

test("un secret saisi est un seul secret : une phrase n’en devient pas plusieurs, un retour à la ligne collé est ôté", () => {
  for (const secret of ["une phrase secrete", "é-accentué", "whsec_court"]) {
    expect(WebhookConfigUpdate.safeParse({ secret }).error?.issues).toMatchObject([{ path: ["secret"] }]);
    expect(EndpointCreate.safeParse({ url: "https://x.test/", secret }).success).toBe(false);
  }
  expect(WebhookConfigUpdate.parse({ secret: " colle-avec-un-retour\n" })).toEqual({ secret: "colle-avec-un-retour" });
});

test("un corps compressé est refusé plutôt que lu de travers", async () => {
  const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
  const request = new Request("http://x.test/", { method: "POST", headers, body: "{}" });
  await expect(readJson(request, WebhookConfigUpdate)).rejects.toMatchObject({ code: "unsupported_media_type" });
});
