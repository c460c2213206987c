// Prints the compressed JavaScript that each page loads before it is idle, and what it asks the server meanwhile.
// `--list` names the scripts and the requests. The app must have been built.
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { startApp } from "../testing/app/app.ts";
import { weighPage } from "../testing/app/page-weight.ts";
import { findBrowser } from "../testing/machine/browser.ts";

const idleMs = 5000;
const list = process.argv.includes("--list");
const flags = ["--disable-background-networking", "--disable-component-update"];
if (process.getuid?.() === 0) flags.push("--no-sandbox");

async function makeBook(url: string) {
  const order = { topic: "Les phares de Bretagne", goal: "Comprendre.", chapters: 3, words_per_chapter: 300 };
  const headers = { "Content-Type": "application/json" };
  const created = await fetch(`${url}/api/books/create`, { method: "POST", headers, body: JSON.stringify(order) });
  const { job_id } = await created.json();
  for (;;) {
    const { items } = await (await fetch(`${url}/api/books/cards?job_id=${job_id}`)).json();
    if (items[0]) return { job: job_id, book: items[0].id };
    await wait(200);
  }
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: flags });
const app = await startApp({ env: { BOOK_MODEL: "demo" } });
try {
  const { job, book } = await makeBook(app.url);
  const { items: endpoints } = await (await fetch(`${app.url}/api/webhook/endpoints`)).json();
  const { items: deliveries } = await (await fetch(`${app.url}/api/webhook/deliveries`)).json();
  const pages = {
    "/": "/",
    "/jobs": "/jobs",
    "/jobs/{id}": `/jobs/${job}`,
    "/books": "/books",
    "/books/{id}": `/books/${book}`,
    "/admin/webhook": "/admin/webhook",
    "/admin/webhook/endpoints/new": "/admin/webhook/endpoints/new",
    "/admin/webhook/endpoints/{id}": `/admin/webhook/endpoints/${endpoints[0].id}`,
    "/admin/webhook/deliveries": "/admin/webhook/deliveries",
    "/admin/webhook/deliveries/{id}": `/admin/webhook/deliveries/${deliveries[0].id}`,
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
