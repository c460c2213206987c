import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { openDocument } from "../../document/open.ts";

const nodesOf = async (text: string) => (await openDocument(text)).blocks.map(({ node }) => node);

import { areTitlesForeign, readLanguage, shareOf, sumCounts } from "./reading.ts";

const text = (language: "fr" | "en", words: number) => prose({ seed: language, words, language, sections: false });
const cited = (words: number) => text("en", words).replace(/^/gm, "> ");
const short = {
  en: "Add the flour. Mix it well. Wait an hour. Shape the loaf. Bake it now. Let it cool. Cut a slice.",
  fr: "Ajoutez la farine. Mélangez bien. Attendez une heure. Façonnez le pain. Enfournez. Laissez refroidir. Coupez.",
};

test.each([
  ["une citation en anglais dans un texte français", `${text("fr", 200)}\n\n${cited(120)}`, 1],
  ["… entre guillemets", `${text("fr", 200)}\n\nIl écrit : « ${text("en", 60)} »`, 1],
  ["des citations en anglais qui sont presque tout", `${text("fr", 100)}\n\n${cited(300)}`, 0.25],
  ["… entre guillemets", `${text("fr", 100)}\n\n“${text("en", 300).replace(/\n+/g, " ")}”`, 0.25],
  ["de courtes phrases en anglais", `${short.en}\n\n${short.en}`, 0],
  ["les mêmes en français", `${short.fr}\n\n${short.fr}`, 1],
  ["de courtes phrases en anglais dans un texte français", `${text("fr", 200)}\n\n${short.en} ${short.en}`, 0.83],
  [
    "des termes et des noms dans un texte français",
    `${text("fr", 100)}\n\n- Machine learning.\n- Deep learning.\n- React Server Components.\n- Le cache.\n- Next.js.\n\nParis. Londres. New York. Tokyo. Berlin. Docker. Kubernetes. Terraform. Ansible. Grafana.`,
    1,
  ],
])("%s", async (_name, content, share) => {
  const document = await openDocument(`# Titre\n\n${content}`);
  expect(shareOf(sumCounts(await readLanguage(document, "fr")))).toBeCloseTo(share, 1);
});

const titled = (titles: string[]) =>
  nodesOf(`# A title\n\n${titles.map((title) => `## ${title}\n\nTexte.`).join("\n\n")}`);

test.each([
  [["The patient baker", "Tools and craft", "The rhythm of the season"], "fr", true],
  [["Getting started", "Core concepts", "Advanced patterns", "Testing your code", "Deployment"], "fr", true],
  [["Elegir un molino", "La harina y sus secretos", "Amasar sin prisa"], "fr", true],
  [["面包的历史", "面粉", "盐", "水", "酵母", "烤箱", "刀", "面团"], "fr", true],
  [["Le workflow Git", "Les pull requests", "La code review", "Le trunk-based development"], "fr", false],
  [["React Server Components", "Next.js App Router", "Le cache", "Turbopack"], "fr", false],
  [["Introduction", "Installation", "Configuration", "Administration", "Migration", "Documentation"], "fr", false],
  [["Docker", "Kubernetes", "Terraform", "Ansible", "Jenkins", "GitLab CI", "Prometheus", "Grafana"], "fr", false],
  [["Machine learning", "Deep learning", "Transfer learning", "Fine-tuning", "Data science"], "fr", false],
  [["The patient baker", "Tools and craft", "The rhythm of the season"], "en", false],
  [["Le boulanger patient", "Les outils et le métier", "Le rythme de la saison"], "en", true],
])("les titres %s sont-ils étrangers à un livre en « %s » ? %s", async (titles, language, foreign) => {
  expect(await areTitlesForeign(await titled(titles), language)).toBe(foreign);
});
