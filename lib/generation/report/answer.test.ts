import { expect, test } from "vitest";
import { readReport } from "./answer.ts";

const text =
  "# Le pain\n\nLe pain lève la nuit, quand l’air est frais.\n\nOn le cuit **à l’aube**, dans un four de pierre.";
const read = (answer: string) => readReport({ text: answer, wasCut: false }, { chapter: 2, text });
const one = (fields: object) => ({
  question: "clarity",
  mark: 4,
  said: "Se lit bien.",
  quotes: ["Le pain lève la nuit"],
  ...fields,
});
const answerOf = (...fields: object[]) => JSON.stringify({ answers: fields.map(one) });

test("un avis qui cite le chapitre est gardé, avec sa note et sa citation", () => {
  expect(read(answerOf({}))).toEqual({
    answers: [{ chapter: 2, question: "clarity", mark: 4, said: "Se lit bien.", quotes: ["Le pain lève la nuit"] }],
    unfounded: 0,
  });
});

test.each([
  ["entre guillemets, sans accents", { quotes: ["« Le pain leve la nuit »"] }],
  ["sans le balisage", { quotes: ["On le cuit à l’aube, dans un four"] }],
  ["avec une coupe", { quotes: ["Le pain lève […] quand l’air est frais"] }],
  ["en une chaîne", { quotes: "Le pain lève la nuit" }],
  ["avec une autre, qui n’y est pas", { quotes: ["Le levain dort en hiver", "Le pain lève la nuit"] }],
  ["avec une note écrite « 4/5 »", { mark: "4/5" }],
])("une citation du chapitre %s se reconnaît", (_name, fields) => {
  const found = read(answerOf(fields));
  expect(found?.answers).toHaveLength(1);
  expect(found?.answers[0]?.mark).toBe(4);
  expect(found?.answers[0]?.quotes).toHaveLength(1);
});

test.each([
  ["d’un autre texte", { quotes: ["Le levain dort en hiver"] }],
  ["d’un mot ou deux", { quotes: ["Le pain"] }],
  ["vide", { quotes: ["« … »"] }],
  ["absente", { quotes: undefined }],
  ["coupée au milieu d’un mot", { quotes: ["e pain lève la nui"] }],
])("un avis à la citation %s est écarté, et compté", (_name, fields) => {
  expect(read(answerOf(fields))).toEqual({ answers: [], unfounded: 1 });
});

test.each([
  ["une note hors de 1 à 5", { mark: 9 }],
  ["une question que personne n’a posée", { question: "prix" }],
  ["rien à dire", { said: " " }],
])("un avis avec %s n’en est pas un", (_name, fields) => {
  expect(read(answerOf(fields))).toBeUndefined();
  expect(read(answerOf(fields, {}))?.answers).toHaveLength(1);
});

test("une réponse se lit dans un bloc de code, sans enveloppe, coupée ; une question répondue deux fois l’est par la première", () => {
  expect(read(`Voici :\n\`\`\`json\n${answerOf({})}\n\`\`\``)?.answers).toHaveLength(1);
  expect(read(JSON.stringify([one({}), one({ question: "depth" })]))?.answers).toHaveLength(2);
  const cut = answerOf({}, { question: "depth" }).slice(0, -40);
  expect(readReport({ text: cut, wasCut: true }, { chapter: 2, text })?.answers).toHaveLength(1);
  expect(read(answerOf({}, { mark: 1 }))?.answers.map(({ mark }) => mark)).toEqual([4]);
  for (const none of ["", "Le chapitre est bon.", "{}", "[]", '{"answers": "bon"}']) expect(read(none)).toBeUndefined();
});
