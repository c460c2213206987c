import { expect, test } from "vitest";
import { createAnswerReader } from "./answer-reader.ts";
import { withoutThoughts } from "./thoughts.ts";

const answer = "# Les marées\n\nLa mer monte deux fois par jour, et la lune y est pour beaucoup.";
const thought = "L’utilisateur veut un chapitre > 300 mots : {plan}, puis [1] des exemples.\n\n1. La lune\n2. Le vent";

const said: [name: string, said: string][] = [
  ["<think>, en capitales", `<THINK>\n${thought}\n</THINK>\n\n${answer}`],
  ["<thought> et <output>", `<Thought>\n${thought}\n</Thought>\n<Output>\n${answer}\n</Output>`],
  [
    "<thinking> puis <reflection>",
    `<thinking>${thought}</thinking><reflection>Bien.</reflection>\n<output>${answer}</output>`,
  ],
  ["<think> dans <think>", `<think>\n${thought} <think>encore</think> et puis encore.\n</think>\n${answer}`],
  ["deux fins", `<think>\n${thought}\n</think>\n\nVérifions.\n</think>\n\n${answer}`],
  ["<think> vide, deux fois", `<think>\n\n</think>\n<think></think>${answer}`],
  ["</think> seul et <response>", `${thought}\n</think>\n\n<response>\n${answer}\n</response>`],
  ["</think> seul et <answer> en boîte", `${thought}</think><answer><|begin_of_box|>${answer}<|end_of_box|></answer>`],
  [
    "<seed:think> et son budget",
    `<seed:think>${thought}<seed:cot_budget_reflect>Il me reste 100 tokens.</seed:cot_budget_reflect>Bien.</seed:think>${answer}`,
  ],
  [
    "Apriel",
    `Here are my reasoning steps:\n${thought}\n[BEGIN FINAL RESPONSE]\n${answer}\n[END FINAL RESPONSE]\n<|end|>`,
  ],
  ["Solar", `<|begin|>assistant<|think|>${thought}<|end|><|begin|>assistant<|content|>${answer}<|end|>`],
  ["Solar, sans son début", `<|think|>${thought}<|end|>\n<|begin|>assistant<|content|>${answer}`],
  ["Command A", `<|START_THINKING|>${thought}<|END_THINKING|><|START_TEXT|>${answer}<|END_TEXT|>`],
  ["harmony en minuscules", `analysisl’utilisateur veut un chapitre.assistantfinal${answer}`],
  [
    "harmony, commentaire puis fin",
    `<|channel|>commentary<|message|>${thought}<|end|><|start|>assistant<|channel|>final<|message|>${answer}<|return|>`,
  ],
  [
    "harmony, fin marquée à moitié",
    `analysis<|message|>${thought}<|end|><|start|>assistant<|channel|>final<|message|>${answer}`,
  ],
  ["Magistral, sans ouvrante", `${thought}[/THINK]${answer}`],
  ["Kimi, sans ouvrante", `${thought}◁/think▷${answer}`],
  ["Gemma, canal vide", `<|channel>thought\n<channel|>${answer}<turn|>`],
  ["Gemma, deux fois", `<|channel>thought\n${thought}<channel|><|channel>thought\nEncore.<channel|>${answer}`],
  ["Granite 3.2, au pluriel", `Here's my thought process:\n\n${thought}\n\nHere's my response:\n\n${answer}`],
  ["Granite en français", `Voici mon raisonnement :\n${thought}\n\nVoici ma réponse :\n${answer}`],
  ["<raisonnement>", `<raisonnement>${thought}</raisonnement>\n<réponse>${answer}</réponse>`],
  ["DeepSeek et sa fin", `${thought}\n</think>\n${answer}<｜end▁of▁sentence｜>`],
  [
    "une pensée au milieu, entre crochets",
    `${answer.split("\n\n")[0]}\n\n[THINK]\n${thought}\n[/THINK]\n\n${answer.split("\n\n")[1]}`,
  ],
  ["<analysis> et <final_answer>", `<analysis>${thought}</analysis><final_answer>${answer}</final_answer>`],
];
test.each(said)("%s : la réflexion ne va ni dans le livre ni à l’écran", (name, text) => {
  expect(withoutThoughts(text).text.trim()).toBe(answer);
  for (const chars of [1, 2, 5, 17, 4000]) {
    const reader = createAnswerReader(`${name} ${chars}`);
    const shown: string[] = [];
    for (let at = 0; at < text.length; at += chars) shown.push(reader.add(text.slice(at, at + chars)).shown);
    // Nobody can tell that a first end was not the last.
    const early = name.endsWith("dans <think>") || name === "deux fins";
    expect(early ? [] : shown.filter((one) => one !== "" && !answer.startsWith(one.trim())).slice(0, 1)).toEqual([]);
    expect(reader.end().text.trim()).toBe(answer);
  }
});

test.each([
  "<|begin|>assistant<|think|>Je dois",
  "Here are my reasoning steps:\nJe dois",
  "analysisl’utilisateur veut",
])("une réflexion qui ne finit pas n’est pas une réponse : %s", (text) => {
  expect(withoutThoughts(text)).toMatchObject({ text: "", thinking: true });
});

test.each([
  ["en prose, la fin seule", "# Les modèles\n\nLa balise </think> ferme la réflexion, et rien ne la suit."],
  ["en prose, les deux", "# Les modèles\n\nUn modèle écrit entre <think> et </think>, puis il répond."],
  ["au début d’une ligne", "# Les modèles\n\n<think> ouvre la réflexion, </think> la ferme, et la réponse suit."],
  ["dans du code indenté", "# Les modèles\n\nPar exemple :\n\n    <think>\n    D’abord.\n    </think>\n\nVoilà tout."],
  ["dans du code à tildes", "# Les modèles\n\n~~~xml\n<think>D’abord.</think>\n~~~\n\nVoilà tout."],
  [
    "dans un tableau",
    "# Les modèles\n\n| balise | rôle |\n| --- | --- |\n| `<think>` | ouvre |\n| `</think>` | ferme |",
  ],
  ["dans une liste", "# Les modèles\n\n- <think> : ouvre ;\n- </think> : ferme.\n\nLe reste suit."],
  ["harmony, en code", "# Les canaux\n\nLe canal `analysis` précède `<|channel|>final<|message|>` dans la réponse."],
  ["le mot analysis", "Analysis est un mot anglais, assistant final en sont deux."],
  [
    "le mot raisonnement",
    "Voici mon raisonnement : la mer monte parce que la lune l’attire.\n\nVoici ma réponse à qui en doute.",
  ],
  ["un rapport en anglais", "Here is how my thought process works: I walk.\n\nHere is my advice: walk, too."],
])("un livre qui en parle %s reste entier", (_name, text) => {
  const plain = withoutThoughts(text).text;
  expect(plain).toBe(text);
  const reader = createAnswerReader(`livre ${_name}`);
  for (const character of text) reader.add(character);
  expect(reader.end().text).toBe(text);
});
