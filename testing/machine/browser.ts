import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The executable of a Chromium on this machine: the system's, else the one that Playwright downloaded. */
export function findBrowser(): string | undefined {
  return [...systemBrowsers, chromium.executablePath()].find(existsSync);
}
