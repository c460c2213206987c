import { defineConfig } from "@playwright/test";
import { findBrowser } from "#testing/machine/browser.ts";
import { foundProxies, proxySpec } from "#testing/machine/proxies.ts";

const asRoot = process.getuid?.() === 0;

// `npm test` says so.
const unrunnable = foundProxies().length > 0 ? [] : [proxySpec];

export default defineConfig({
  testDir: "e2e",
  testIgnore: unrunnable.map((name) => `**/${name}`),
  globalSetup: "./testing/app/run.ts",
  // Most tests wait most of the time: for answers, for retries, for what a page asks next.
  workers: 4,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // A machine whose processors others use is ten times slower: what a test bounds it says itself.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // Without a graphics card every frame of an animation is drawn by the processor that the tests need.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        ...(asRoot ? ["--no-sandbox"] : []),
      ],
      // Where no locale is set, Chromium gives up names of files that are not ASCII.
      env: { LC_ALL: "C.UTF-8", ...process.env },
    },
  },
});
