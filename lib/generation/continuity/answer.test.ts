import { expect, test } from "vitest";
import { readSaid } from "./answer.ts";
import { keepGrounded } from "./learnt.ts";

const chapter = "# L’arrivée\n\nMarie Ferrand arrive au moulin de Kervat. Elle a vingt ans et une malle de cuir.";
const expected = {
  summary: "Marie arrive au moulin.",
  characters: [{ name: "Marie", description: "Elle a vingt ans." }],
  facts: ["Marie a vingt ans."],
};

test.each([
  ["bien faite", JSON.stringify(expected)],
  [
    "dans une clôture, après d’autres mots",
    `Voici le relevé :\n\`\`\`json\n${JSON.stringify(expected, null, 2)}\n\`\`\`\nBonne suite !`,
  ],
  [
    "à virgules en trop, sans guillemets",
    '{summary: "Marie arrive au moulin.", characters: [{name: "Marie", description: "Elle a vingt ans.",},], facts: ["Marie a vingt ans.",],}',
  ],
  ["enveloppée", JSON.stringify({ result: { bible: expected } })],
  [
    "aux noms français",
    JSON.stringify({
      résumé: expected.summary,
      personnages: [{ nom: "Marie", rôle: "Elle a vingt ans." }],
      "Faits établis": expected.facts,
    }),
  ],
  [
    "en textes et en carte",
    JSON.stringify({
      summary: [expected.summary],
      characters: { Marie: "Elle a vingt ans." },
      facts: "Marie a vingt ans.",
    }),
  ],
  [
    "en lignes",
    JSON.stringify({
      summary: expected.summary,
      characters: ["Marie : Elle a vingt ans."],
      facts: [{ text: "Marie a vingt ans." }],
    }),
  ],
  ["coupée avant sa fin", `${JSON.stringify(expected).slice(0, -3)}`],
])("une réponse %s se lit", (_name, text) => {
  expect(readSaid(text, false)).toMatchObject({ ...expected, facts: [expect.stringContaining("Marie a vingt ans")] });
});

test("les fils se lisent à part ou ensemble, par leur numéro ou par leurs mots", () => {
  const threads = { opened: ["Qui vient ?"], closed: [2, "Où est la clef ?"] };
  for (const said of [threads, { threads }])
    expect(readSaid(JSON.stringify(said), false)).toMatchObject({
      opened: ["Qui vient ?"],
      closed: ["2", "Où est la clef ?"],
    });
});

test.each([["du texte"], ['{"title": "Le pain", "chapters": []}'], ["[]"], ["{}"], ["12"], [""], ["{".repeat(5000)]])(
  "une réponse d’une autre sorte ne dit rien : %s",
  (text) => expect(readSaid(text, true)).toBeUndefined(),
);

const entries = [
  { kind: "character" as const, name: "Marie", text: "Elle est rousse.", chapter: 1, edited: false },
  { kind: "thread" as const, text: "Où est la clef ?", chapter: 1, edited: false },
];
const nothing = { summary: "", characters: [], places: [], facts: [], opened: [], closed: [], contradictions: [] };
const keep = (said: Partial<typeof nothing> | object) =>
  keepGrounded({ ...nothing, ...said }, { chapter, entries, system: "Tu notes ce qui ne doit plus changer ensuite." });

test("un nom qui n’est pas dans le texte, aux accents près, est écarté, et un même nom gardé une fois", () => {
  const characters = ["Marie Ferrand", "marie ferrand", "Marié", "Gaspard", "Mar", "", "…"].map((name) => ({
    name,
    description: "",
  }));
  expect(keep({ characters }).characters.map(({ name }) => name)).toEqual(["Marie Ferrand", "Marié"]);
});

test("ce qui ne parle pas du chapitre, ou recopie la question, est écarté", () => {
  const facts = [
    "Marie Ferrand possède une malle.",
    "Une fusée quitte Neptune.",
    "ce qui ne doit plus changer ensuite",
    "…",
  ];
  expect(keep({ facts, summary: "Une fusée quitte la planète Neptune." })).toMatchObject({
    facts: ["Marie Ferrand possède une malle."],
    summary: "",
  });
});

test("une contradiction doit désigner une ligne de la bible ; un fil fermé, un fil", () => {
  const contradictions = [
    { entry: "1", text: "Marie Ferrand arrive." },
    { entry: "[2]", text: "Elle arrive au moulin." },
    { entry: "Marie", text: "Marie Ferrand a vingt ans." },
    { entry: "0", text: "Marie arrive." },
    { entry: "1", text: "elle est rousse" },
    { entry: "", text: "Marie arrive." },
    { entry: "1", text: "" },
  ];
  const kept = keep({ contradictions, closed: ["1", "2", "ou est la clef", "9"] });
  expect(kept.contradictions.map(({ against }) => against)).toEqual([
    "Marie\u202f: Elle est rousse.",
    "Où est la clef ?",
    "Marie\u202f: Elle est rousse.",
  ]);
  expect(kept.closed).toEqual(["Où est la clef ?", "Où est la clef ?"]);
});
