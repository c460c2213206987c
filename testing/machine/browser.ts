// The browser the pages are tested with: the system's Chromium, else the one Playwright downloaded.
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The executable of a browser on this machine. */
export function findBrowser(): string | undefined {
  return [...systemBrowsers, chromium.executablePath()].find(existsSync);
}
