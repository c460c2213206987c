import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** All that colours can break. The two schemes have nothing but their colours apart. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Axe's findings, in one run: the page has no frames of other sites, which would need several. */
async function violationsOf(page: Page, options: object): Promise<string[][]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ ...options, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html ?? ""]);
}

/** Checks an open page in both colour schemes, with motion reduced: a contrast measured in a fade is not the one that is read. */
export async function expectAccessible(page: Page, where = page.url()) {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await violationsOf(page, {}), where).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  const runOnly = { type: "rule", values: colourRules };
  expect(await violationsOf(page, { runOnly }), `${where}, sombre`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

export async function expectTidy(page: Page, where = page.url()) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, where).toBeLessThanOrEqual(0);
  await expect(page.getByText("\\u"), where).toHaveCount(0);
}
