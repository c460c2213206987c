import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { bibliographyWords } from "./bibliography.ts";
import { resolveCitations } from "./resolve.ts";

const retrievedAt = new Date("2026-11-01T12:00:00Z");
const source = (number: number, url: string, title: string) => ({ number, url, title, retrievedAt });
const sources = [
  source(1, "https://exemple.fr/a_(b)?x=1&copy;=2", "Le pain [au levain](https://pirate.test) & <b>co</b>"),
  source(
    2,
    "https://exemple.fr/deux",
    "Un titre de plus de douze mots, qui ne tiendrait pas en une seule ligne de livre",
  ),
  source(3, "https://exemple.fr/trois", "Trois"),
];

test("les repères deviennent des liens numérotés dans l’ordre du chapitre, et les sources le terminent", async () => {
  const text =
    "# Un\n\nLe blé [S3] lève [S1]. Encore [S3], [S9] et [[S2] là](https://exemple.fr).\n\n`x[S1]`\n\n- une *liste [S2]*";
  const book = { sources, language: "fr" };
  const { document, cited } = await resolveCitations(await openDocument(text), book);
  const content = document.source;
  expect(cited.map(({ number }) => number)).toEqual([3, 1, 2]);
  expect(content).toContain(
    "Le blé\u00a0[[1]](https://exemple.fr/trois) lève\u00a0[[2]](https://exemple.fr/a_%28b%29?x=1&amp;copy;=2).",
  );
  expect(content).toContain("Encore\u00a0[[1]](https://exemple.fr/trois), [S9] et [[S2] là](https://exemple.fr).");
  expect(content).toContain("`x[S1]`");
  expect(content).toContain(
    "\n\n## Sources\n\n1. [Trois](https://exemple.fr/trois), consulté le 1er novembre 2026\n2. ",
  );
  expect(content).toContain("qui ne tiendrait pas en…](");
  const { words } = await openDocument(text);
  expect(document.words).toBe(words + bibliographyWords("[S3] [S1] [S2]", book));
  const list = document.blocks.at(-1)?.node;
  if (list?.type !== "list") throw new Error(list?.type);
  const links = list.children.map((item) => {
    const [link] = "children" in item.children[0]! ? item.children[0].children : [];
    return link?.type === "link" ? link.url : undefined;
  });
  expect(links).toEqual([3, 1, 2].map((number) => sources[number - 1]?.url.replace("(b)", "%28b%29")));
});

test("un chapitre qui ne cite rien reste tel quel, octet pour octet", async () => {
  const text = "# Un\n\nRien [ici].";
  const document = await openDocument(text);
  const resolved = await resolveCitations(document, { sources, language: "fr" });
  expect(resolved.document).toBe(document);
  expect(resolved.cited).toEqual([]);
  expect(bibliographyWords(text, { sources, language: "fr" })).toBe(0);
});
