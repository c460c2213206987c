import type { Page } from "@playwright/test";

/** Keeps a page's JavaScript from arriving, so that it is seen before it works, until the returned function is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}
