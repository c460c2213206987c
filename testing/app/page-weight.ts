import type { Page, Request } from "@playwright/test";

export type PageWeight = {
  /** Bytes of the scripts loaded until the page was idle, compressed as they were served. */
  scriptBytes: number;
  scripts: { path: string; bytes: number }[];
  /** Requests to the server within the idle time, static files apart. */
  asked: string[];
};

const isStatic = (path: string) => path.startsWith("/_next/static/");

/** Opens a page in a fresh tab and leaves it alone for so long after it has loaded. */
export async function weighPage(page: Page, url: string, idleMs: number): Promise<PageWeight> {
  const requests: Request[] = [];
  const note = (request: Request) => requests.push(request);
  page.on("request", note);
  await page.goto(url, { waitUntil: "load" });
  const document = requests[0];
  await page.waitForTimeout(idleMs);
  page.off("request", note);
  const { pathname: _own, origin } = new URL(url);
  const scripts: PageWeight["scripts"] = [];
  for (const request of requests) {
    if (request.resourceType() !== "script") continue;
    await request.response();
    const { responseBodySize } = await request.sizes();
    scripts.push({ path: new URL(request.url()).pathname, bytes: responseBodySize });
  }
  const asked = requests
    .filter((request) => request !== document)
    .map((request) => new URL(request.url()))
    .filter((address) => address.origin === origin && !isStatic(address.pathname))
    .map(({ pathname, search }) => pathname + search);
  return { scripts, scriptBytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0), asked };
}
