import { expect, test } from "vitest";
import { readTranslation } from "./answer.ts";
import { openOriginal } from "./original.ts";

const languages = { from: "fr", to: "en" } as const;
const before =
  "## Le soir\n\nLe gardien montait chaque soir les marches du phare avec sa lampe à la main.\n\n— Voulez-vous que je continue ? demanda-t-il.";
const after =
  "## The evening\n\nEvery evening the keeper climbed the steps of the lighthouse with his lamp in his hand.\n\n“Would you like me to go on?” he asked.";

const read = async (text: string, source = before) =>
  readTranslation(
    await openOriginal(source, { lead: "", labels: "" }),
    { text, ended: "whole" },
    { labels: "", languages },
  );

test.each([
  ["seule", after],
  ["annoncée", `Here is the translation:\n\n${after}`],
  [
    "annoncée en français, et suivie d’une remarque",
    `Voici la traduction :\n\n${after}\n\nNote : j’ai gardé le tiret.`,
  ],
  ["entre les balises de la question", `<text>\n${after}\n</text>`],
  ["dans un bloc de code", `\`\`\`markdown\n${after}\n\`\`\``],
  ["derrière un filet, et devant un autre", `Sure! Here is the text:\n\n---\n\n${after}\n\n---`],
])("une traduction %s est lue, et rien d’autre n’entre dans le livre", async (_how, answer) => {
  const { text, faults } = await read(answer);
  expect(text).toBe(after);
  expect(faults).toEqual([]);
});

test("une dernière phrase qui ressemble à une offre est au livre", async () => {
  const said = "He closed the door behind him and looked at the sea.\n\nWould you like me to continue?";
  const { text, faults } = await read(
    said,
    "Il ferma la porte derrière lui et regarda la mer.\n\nFaut-il que je continue ?",
  );
  expect([text, faults]).toEqual([said, []]);
});

test.each([
  ["un paragraphe de moins", after.replace(/\n\n“.*$/, ""), ["structure"]],
  ["un titre d’un autre niveau", after.replace("## ", "### "), ["structure"]],
  [
    "un paragraphe resté en français",
    after.replace(/Every.*/, "Le gardien montait chaque soir les marches du phare."),
    ["untranslated"],
  ],
])("%s se voit", async (_what, answer, kinds) => {
  expect((await read(answer)).faults.map(({ kind }) => kind)).toEqual(kinds);
});

test("les vers gardent leurs lignes, et la façon dont elles se brisent", async () => {
  const verse = "Les vagues montent  \net la lampe tourne  \ntoute la nuit.";
  expect((await read("The waves rise\nand the lamp turns\nall night long.", verse)).text).toBe(
    "The waves rise  \nand the lamp turns  \nall night long.",
  );
  const joined = await read("The waves rise and the lamp turns all night long.", verse);
  expect(joined.faults).toEqual([{ kind: "structure", block: 0 }]);
});
