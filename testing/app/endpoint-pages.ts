import { expect, type Page } from "@playwright/test";
import { type Receiver, startReceiver } from "../servers/receiver.ts";
import type { App } from "./app.ts";
import { complaintsOf } from "./complaints.ts";
import { test } from "./shared.ts";

type Created = { endpoint: { id: string } };

/** The shared app, empty, and a receiver for a file whose tests work on endpoints' pages; no page of them may complain. Call it once per file. */
export function endpointPages() {
  const pages = {} as { app: App; receiver: Receiver };
  let complaints: string[];
  test.beforeAll(async () => {
    pages.receiver = await startReceiver();
  });
  test.afterAll(() => pages.receiver.close());
  test.beforeEach(async ({ demo, page }) => {
    pages.app = await demo.empty();
    // The browser itself reports the answers 409, 422 and 502 that these tests ask for.
    complaints = complaintsOf(page, { but: (text) => text.startsWith("Failed to load resource") });
  });
  test.afterEach(() => expect(complaints).toEqual([]));

  return {
    pages,
    async create(page: Page, name: string, more: object = {}): Promise<string> {
      const data = { name, url: pages.receiver.url, ...more };
      const answer = await page.request.post(`${pages.app.url}/api/webhook/endpoints`, { data });
      expect(answer.status()).toBe(201);
      return ((await answer.json()) as Created).endpoint.id;
    },
    async open(page: Page, id: string) {
      await page.goto(`${pages.app.url}/admin/webhook/endpoints/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  };
}
