import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible, expectTidy } from "#testing/app/accessibility.ts";
import { receiveBook } from "#testing/app/receive-book.ts";
import { test } from "#testing/app/shared.ts";

const chapters = [{ title: "Le grain", content: "# Le grain\n\nUn mot[^1].\n\n[^1]: La note." }];

const starts = { EPUB: "PK", PDF: "%PDF-1.7", DOCX: "PK", Markdown: '---\ntitle: "Le sel"' };

for (const width of [390, 1280])
  test(`un livre se télécharge au clavier sous chaque forme, à ${width} px`, async ({ demo, page }) => {
    const { url } = await demo.empty();
    const id = await receiveBook(url, "fichiers", chapters);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/books/${id}`);
    const opener = page.getByRole("button", { name: "Télécharger" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "EPUB" })).toBeVisible();
    await expectAccessible(page);
    await expectTidy(page);
    for (const [form, start] of Object.entries(starts)) {
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: form })).toBeFocused();
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      const extension = form === "Markdown" ? "md" : form.toLowerCase();
      expect(download.suggestedFilename()).toBe(`Le sel.${extension}`);
      expect((await readFile(await download.path(), "latin1")).startsWith(start)).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();
    await expect(page.getByRole("link", { name: "EPUB" })).toBeHidden();
  });

test("un fichier d’un livre ou d’une version qui n’existent pas est introuvable", async ({ demo }) => {
  const { url } = await demo.empty();
  const id = await receiveBook(url, "absent", chapters);
  for (const form of ["markdown", "epub", "docx", "pdf"]) {
    for (const address of ["absent", "01993d7a-6f5c-7c3e-8a51-0d2f4b6c8e10", `${id}/${form}?version=2`]) {
      const asked = address.includes("/") ? address : `${address}/${form}`;
      expect((await fetch(`${url}/api/books/${asked}`)).status, asked).toBe(404);
    }
  }
});
