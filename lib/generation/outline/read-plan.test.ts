import { expect, test } from "vitest";
import type { BookBrief } from "../brief/book-brief.ts";
import { readOutline, settleOutline } from "./answer.ts";
import { readPlan } from "./read-plan.ts";

const chapters = ["La farine", "Le levain", "La cuisson"].map((title, index) => ({
  title,
  description: `Ce que dit le chapitre ${index + 1}.`,
  key_points: ["Voir", "Toucher", "Goûter"],
  defines: [{ term: `mot ${index + 1}`, definition: "Un sens." }],
  elsewhere: index > 0 ? [{ what: "Le blé", where: "La farine" }] : [],
}));
const plan = { title: "Le pain", chapters };
const json = JSON.stringify(plan);
const pretty = JSON.stringify(plan, null, 2);
const renamed = (name: string, other: string) => json.replaceAll(`"${name}":`, `"${other}":`);
const changed = (change: (chapter: (typeof chapters)[number], index: number) => object) =>
  JSON.stringify({ title: "Le pain", chapters: chapters.map(change) });

test.each([
  ["tel quel", json],
  ["entre des phrases", `Voici le plan :\n${json}\nBonne lecture {à vous} !`],
  ["après la mention d’un objet", `Je réponds par un objet {"title": …} comme demandé [1].\n${json}`],
  ["avant la mention d’un objet", `${json}\nL’objet a la forme {"title": "…", "chapters": []}.`],
  [
    "après un premier essai plus court",
    `${JSON.stringify({ title: "Essai", chapters: chapters.slice(1) })}\n\n${json}`,
  ],
  ["dans un bloc de code", `\`\`\`json\n${pretty}\n\`\`\``],
  ["dans un bloc de code qui ne se ferme pas", `\`\`\`json\n${pretty}`],
  ["avec des virgules de trop", pretty.replace(/"\n/g, '",\n').replaceAll("}\n", "},\n").replace(/,\s*$/, "")],
  ["avec un retour à la ligne dans un texte", json.replaceAll("Ce que dit", "Ce que\ndit")],
  ["avec des apostrophes pour guillemets", json.replaceAll('"', "'")],
  ["avec des noms sans guillemets", json.replace(/"(\w+)":/g, "$1:")],
  ["avec des commentaires", pretty.replaceAll('"defines"', '// les termes\n"defines"')],
  ["sans ses derniers crochets", json.slice(0, -2)],
  ["dans un autre objet", JSON.stringify({ book: plan })],
  ["dans deux autres objets", JSON.stringify({ response: { plan } })],
  ["dans une liste", JSON.stringify([plan])],
  ["en appel d’outil", JSON.stringify({ name: "answer", arguments: plan })],
  ["en appel d’outil, en texte", JSON.stringify({ name: "answer", arguments: json })],
  ["en appel d’outil, entre balises", `<tool_call>\n${JSON.stringify({ name: "f", arguments: plan })}\n</tool_call>`],
  ["en liste de chapitres seule", JSON.stringify(chapters)],
  ["titre à part", JSON.stringify({ title: "Le pain", outline: chapters })],
  ["en livre de parties", JSON.stringify({ title: "Le pain", parts: [{ title: "I", chapters }] })],
  [
    "en carte de chapitres",
    JSON.stringify({ title: "Le pain", chapters: { "1": chapters[0], "2": chapters[1], chapter_3: chapters[2] } }),
  ],
  [
    "en carte de titres",
    JSON.stringify({
      title: "Le pain",
      chapters: Object.fromEntries(chapters.map(({ title, ...rest }) => [title, rest])),
    }),
  ],
  ["au mot français pour chapitres", renamed("chapters", "chapitres")],
  ["au mot français pour titre", renamed("title", "Titre")],
  ["avec chapter_title", changed(({ title, ...rest }) => ({ chapter_title: title, ...rest }))],
  [
    "avec chapterTitle et number",
    changed(({ title, ...rest }, at) => ({ number: at + 1, chapterTitle: title, ...rest })),
  ],
  ["avec summary", renamed("description", "summary")],
  ["avec résumé", renamed("description", "résumé")],
  ["avec keyPoints", renamed("key_points", "keyPoints")],
  ["avec « points clés »", renamed("key_points", "Points clés")],
  ["aux points en une ligne", changed((chapter) => ({ ...chapter, key_points: "Voir; Toucher ; Goûter" }))],
  ["aux points en liste à puces", changed((chapter) => ({ ...chapter, key_points: "- Voir\n- Toucher\n- Goûter" }))],
  ["aux points numérotés", changed((chapter) => ({ ...chapter, key_points: ["1. Voir", "2. Toucher", "3) Goûter"] }))],
  [
    "aux points en objets",
    changed((chapter) => ({ ...chapter, key_points: chapter.key_points.map((point) => ({ point })) })),
  ],
  [
    "aux points en carte",
    changed((chapter) => ({ ...chapter, key_points: { "1": "Voir", "2": "Toucher", "3": "Goûter" } })),
  ],
  ["aux termes en carte", changed((chapter, at) => ({ ...chapter, defines: { [`mot ${at + 1}`]: "Un sens." } }))],
  ["au terme seul", changed((chapter) => ({ ...chapter, defines: chapter.defines[0] }))],
  [
    "au renvoi par numéro",
    changed((chapter) => ({ ...chapter, elsewhere: chapter.elsewhere.map(({ what }) => ({ what, where: 1 })) })),
  ],
  [
    "au renvoi numéroté",
    renamed("where", "where").replaceAll('"where":"La farine"', '"where":"Chapitre 1 : La farine"'),
  ],
  ["aux titres numérotés", changed((chapter, at) => ({ ...chapter, title: `${at + 1}. ${chapter.title}` }))],
  [
    "aux titres de chapitre",
    changed((chapter, at) => ({ ...chapter, title: `**Chapitre ${at + 1} : ${chapter.title}**` })),
  ],
  [
    "aux titres en chiffres romains",
    changed((chapter, at) => ({ ...chapter, title: `${"I".repeat(at + 1)} – ${chapter.title}` })),
  ],
  [
    "au renvoi à soi et à rien",
    changed((chapter) => ({
      ...chapter,
      elsewhere: [...chapter.elsewhere, { what: "a", where: chapter.title }, { what: "b", where: "Annexe" }],
    })),
  ],
  [
    "au terme défini deux fois",
    changed((chapter) => ({
      ...chapter,
      defines: [...chapter.defines, ...chapters.slice(0, 1).flatMap(({ defines }) => defines)],
    })),
  ],
])("un plan %s se lit sans nouvel appel", (_name, text) => {
  const read = readPlan(text, false);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const request = { topic: "", goal: "", words: 300, title: "Le pain" } satisfies BookBrief;
  const outline = settleOutline(readOutline(read.plan, request));
  expect(outline).toEqual({ title: "Le pain", chapters: chapters.map((chapter) => ({ ...chapter, words: 300 })) });
});

test.each([
  ["sans objet", "Je prépare le plan.", "aucun objet JSON"],
  ["sans chapitre", '{"title": "Le pain"}', "chapters"],
  ["aux chapitres sans titre", '{"title": "Le pain", "chapters": [{"description": "a"}]}', "chapters"],
  ["coupé dans un texte", json.slice(0, json.indexOf("Toucher", 300) + 3), "coupé avant sa fin"],
  ["coupé après une virgule", json.slice(0, json.indexOf('{"title":"La cuisson"')), "coupé avant sa fin"],
  ["coupé avant tout chapitre", '{"title": "Le pain", "chap', "coupé avant sa fin"],
])("un plan %s est redemandé", (_name, text, problem) => {
  const read = readPlan(text, false);
  expect("problems" in read && read.problems.map(({ fr }) => fr).join(" ")).toContain(problem);
});

test("des guillemets droits dans un texte y restent", () => {
  const read = readPlan(json.replaceAll("Un sens.", 'Un "sens" simple.'), false);
  expect(read).toMatchObject({
    plan: { chapters: { length: 3, 2: { defines: [{ definition: 'Un "sens" simple.' }] } } },
  });
});

test("un plan que le modèle dit coupé l’est, où qu’il s’arrête", () => {
  const end = json.indexOf(',{"title":"La cuisson"');
  expect(readPlan(json.slice(0, end), true)).toMatchObject({
    problems: [{ fr: "L’objet JSON est coupé avant sa fin." }],
  });
  expect(readPlan(json, true)).toMatchObject({ plan });
});

test("un nombre qui n’est pas celui du chapitre reste dans son titre", () => {
  const titles = ["1789 : la fin d’un monde", "20 000 lieues", "1. Le début", "IV – La suite", "Chapitre 9"];
  const answer = { title: "1984", chapters: titles.map((title) => ({ ...chapters[0], title })) };
  const read = readPlan(JSON.stringify(answer), false);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const outline = readOutline(read.plan, { topic: "", goal: "", words: 300 });
  expect([outline.title, ...outline.chapters.map(({ title }) => title)]).toEqual([
    "1984",
    "1789\u202f: la fin d’un monde",
    "20 000 lieues",
    "1. Le début",
    "La suite",
    "Chapitre 9",
  ]);
});

test("un plan garde ses crochets, ses types et ses adresses, mais ne cite rien", () => {
  const point = "Trier [3, 1, 2], lire tab[1], écrire List<String>, ouvrir http://localhost:3000";
  const plan = { title: "Un", description: `${point} [S1].`, key_points: [`${point}[S2]`], defines: [], elsewhere: [] };
  const outline = readOutline({ title: "Livre", chapters: [plan] }, { topic: "", goal: "", words: 300 });
  expect(outline.chapters[0]).toMatchObject({ description: `${point}.`, key_points: [point] });
});
