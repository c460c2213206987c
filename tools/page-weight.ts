// Prints the compressed JavaScript that each page loads before it is idle, and how often it asks the server meanwhile.
// `--list` names the scripts and the requests. The app must have been built.
import { chromium } from "@playwright/test";
import { startApp } from "../testing/app/app.ts";
import { getJson } from "../testing/app/jobs.ts";
import { openBookPages, weighPage } from "../testing/app/page-weight.ts";
import { findBrowser } from "../testing/machine/browser.ts";

const idleMs = 5000;
const list = process.argv.includes("--list");
const flags = ["--disable-background-networking", "--disable-component-update"];
if (process.getuid?.() === 0) flags.push("--no-sandbox");

const browser = await chromium.launch({ executablePath: findBrowser(), args: flags });
const app = await startApp({ env: { BOOK_MODEL: "demo" } });
try {
  const { job, book } = await openBookPages(app.url);
  const deliveries = (await getJson(`${app.url}/api/webhook/deliveries`)) as { items: { id: string }[] };
  const pages = {
    "/": "/",
    "/jobs": "/jobs",
    "/jobs/{id}": job,
    "/books": "/books",
    "/books/{id}": book,
    "/admin/webhook": "/admin/webhook",
    "/admin/webhook/endpoints/new": "/admin/webhook/endpoints/new",
    "/admin/webhook/endpoints/{id}": "/admin/webhook/endpoints/default",
    "/admin/webhook/deliveries": "/admin/webhook/deliveries",
    "/admin/webhook/deliveries/{id}": `/admin/webhook/deliveries/${deliveries.items[0]?.id}`,
    "/admin/webhook/inbox": "/admin/webhook/inbox",
  };
  console.info("| page | JavaScript, kB | requests in 5 s |\n| --- | ---: | ---: |");
  for (const [name, path] of Object.entries(pages)) {
    const page = await browser.newPage();
    const { scriptBytes, scripts, asked } = await weighPage(page, app.url + path, idleMs);
    console.info(`| ${name} | ${Math.round(scriptBytes / 1000)} | ${asked.length} |`);
    if (list) {
      for (const script of scripts.toSorted((one, other) => other.bytes - one.bytes))
        console.info(`    ${String(script.bytes).padStart(7)} ${script.path}`);
      for (const request of asked) console.info(`    ${request}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await app.close();
}
