import type { Page, Request } from "@playwright/test";
import { arrived, createBook, getJson, observeUntil } from "./jobs.ts";

export type PageWeight = {
  /** The size, as served, of the scripts loaded until the page was idle. */
  scriptBytes: number;
  scripts: { path: string; bytes: number }[];
  /** The requests to the server meanwhile, static files apart. */
  asked: string[];
};

/** Has a demonstration book written and received. @returns the paths of the pages that show it */
export async function openBookPages(url: string): Promise<{ job: string; book: string }> {
  const job = await createBook(url, "Les phares de Bretagne");
  if (!(await observeUntil(url, job, { reached: arrived }))) throw new Error("Le livre n’est pas arrivé");
  const { items } = (await getJson(`${url}/api/books/cards?job_id=${job.id}`)) as { items: { id: string }[] };
  return { job: `/jobs/${job.id}`, book: `/books/${items[0]?.id}` };
}

export async function weighPage(page: Page, url: string, idleMs: number): Promise<PageWeight> {
  const requests: Request[] = [];
  const note = (request: Request) => requests.push(request);
  page.on("request", note);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(idleMs);
  page.off("request", note);
  const scripts: PageWeight["scripts"] = [];
  for (const request of requests.filter((request) => request.resourceType() === "script")) {
    await request.response();
    const { responseBodySize } = await request.sizes();
    scripts.push({ path: new URL(request.url()).pathname, bytes: responseBodySize });
  }
  const asked = requests
    .filter((request) => !request.isNavigationRequest())
    .map((request) => new URL(request.url()))
    .filter(({ origin, pathname }) => origin === new URL(url).origin && !pathname.startsWith("/_next/static/"))
    .map(({ pathname, search }) => pathname + search);
  return { scripts, scriptBytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0), asked };
}
