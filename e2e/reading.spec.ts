import { expect } from "@playwright/test";
import { expectAccessible } from "#testing/app/accessibility.ts";
import type { App } from "#testing/app/app.ts";
import { receiveBook } from "#testing/app/receive-book.ts";
import { test } from "#testing/app/shared.ts";

let app: App;
test.beforeEach(async ({ demo }) => {
  app = await demo.empty();
});

const kilo = 1024;
const rich = `Un paragraphe[^1].

- [x] compté
- [ ] pesé

\`\`\`python
def concentration(volume_initial, volume_final, salinite_initiale_en_grammes_par_litre, temperature): return 1
\`\`\`

---

[^1]: La note.
`;

const receive = (jobId: string, chapters: { title: string; content: string }[]) =>
  receiveBook(app.url, jobId, chapters);

test("d’un long livre, la page ne porte que le chapitre lu, et le suivant vient à son tour", async ({ page }) => {
  const text = "La mer monte et descend. ".repeat(2400);
  const chapters = Array.from({ length: 30 }, (_, at) => ({
    title: `Chapitre ${at + 1}`,
    content: `${text}Fin ${at + 1}.`,
  }));
  const id = await receive("long", chapters);
  const whole = await (await fetch(`${app.url}/api/books/${id}`)).text();
  expect(whole.length).toBeGreaterThan(1500 * kilo);
  expect((await (await fetch(`${app.url}/books/${id}?chapitre=15`)).text()).length).toBeLessThan(250 * kilo);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${app.url}/books/${id}?chapitre=15`);
  await expect(page.getByText("Fin 15.")).toBeVisible();
  await expect.poll(() => asked).toContain(`/api/books/${id}/chapters/16`);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Fin 16.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Chapitre 16" })).toBeFocused();
  expect(asked).not.toContain(`/api/books/${id}`);
  expect((await fetch(`${app.url}/api/books/${id}/chapters/31`)).status).toBe(404);
  expect((await fetch(`${app.url}/api/books/${id}/chapters/deux`)).status).toBe(404);
});

test("notes, code, cases et chapitre vide se lisent, au clavier aussi", async ({ page }) => {
  const id = await receive("riche", [
    { title: "Mesures", content: rich },
    { title: "Vide", content: "" },
  ]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${app.url}/books/${id}`);
  const note = page.getByRole("link", { name: "1", exact: true });
  const target = (await note.getAttribute("href")) ?? "";
  await expect(page.locator(target)).toContainText("La note.");
  await expect(page.getByRole("link", { name: "Retour à l’appel de note 1" })).toBeVisible();
  await expect(page.getByRole("img", { name: "fait", exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Chapitre suivant/ }).click();
  await expect(page.getByText("Ce chapitre a été reçu sans texte.")).toBeVisible();
});

test("un livre sans chapitre a un titre et dit où voir ce qui est arrivé", async ({ page }) => {
  const id = await receive("nu", []);
  await page.goto(`${app.url}/books/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Le sel" })).toBeVisible();
  await page.getByRole("link", { name: "les événements reçus" }).click();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Livre terminé" }).first()).toContainText(
    "Le sel",
  );
});
