import { expect, test } from "vitest";
import { joinDisagreements } from "./disagreements.ts";
import { tidyNotes } from "./notes.ts";

const built = "La construction du grand phare commence en 1867";
const other = "La construction du grand phare commence en 1874";

test("deux notes de pages différentes qui donnent d’autres nombres d’une même chose deviennent un désaccord", () => {
  expect(joinDisagreements([`${built}. [S1]`, `${other}. [S2]`], "fr")).toEqual([
    `Désaccord : ${built} [S1] ; ${other} [S2]`,
  ]);
  expect(
    joinDisagreements(["La tour mesure 47 mètres. [S1]", "La tour ne mesure pas 47 mètres. [S2]"], "fr"),
  ).toHaveLength(1);
});

test.each([
  ["d’une même page", `${built}. [S1]`, `${other}. [S1]`],
  ["de choses différentes", `${built}. [S1]`, "La construction du grand phare coûta 942 000 francs. [S2]"],
  ["qui comptent autre chose", "La tour du phare mesure 47 mètres. [S1]", "La tour du phare mesure 6 étages. [S2]"],
  ["qui disent la même chose", `${built}. [S1]`, `${built}, à marée basse. [S2]`],
])("deux notes %s ne se contredisent pas", (_name, one, two) => {
  expect(joinDisagreements([one, two], "fr")).toEqual([one, two]);
});

const page = (number: number, text: string) => ({ number, url: `https://exemple.fr/${number}`, title: "Phare", text });

test("un désaccord dit par le modèle reste quand chaque page dit le sien ; sinon ce qui est vrai devient une note", async () => {
  const pages = [page(1, `${built}.`), page(2, `${other}.`)];
  const told = `Désaccord : ${built} [S1] ; ${other} [S2]`;
  expect(await tidyNotes(`- **Désaccord :** ${built} [S1] ; ${other} [S2]`, pages, "fr")).toBe(`- ${told}`);
  const invented = "La construction du grand phare commence en 1999";
  expect(await tidyNotes(`- Désaccord : ${built} [S1] ; ${invented} [S2]`, pages, "fr")).toBe(`- ${built} [S1]`);
});
