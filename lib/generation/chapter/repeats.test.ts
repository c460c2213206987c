import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { withoutRepeats } from "./repeats.ts";

const refrain = "La pâte lève lentement sous son linge pendant toute la nuit.";
const times = (count: number) => Array.from({ length: count }, () => refrain).join(" ");

test.each([
  ["une phrase dite deux fois reste : elle peut être voulue", "", times(2), times(2)],
  ["la troisième fois, elle ne reste pas", "", `${times(4)} Et puis rien.`, `${times(2)} Et puis rien.`],
  ["ce qui est déjà écrit compte", `A.\n\n${times(2)}`, `${refrain} Elle retombe.\n\nB.`, "Elle retombe.\n\nB."],
  ["un paragraphe qui n’est que cela part entier", times(2), `B.\n\n${refrain}\n\nC.`, "B.\n\nC."],
  [
    "une phrase courte est de tout le monde",
    "",
    "Il attend. Il attend. Il attend.",
    "Il attend. Il attend. Il attend.",
  ],
  [
    "une abréviation n’est pas une fin, un gras ne perd pas sa moitié",
    times(2),
    `**${refrain} Elle attend.** Voir p. 3.`,
    `**${refrain} Elle attend.** Voir p. 3.`,
  ],
  ["un tableau reste", times(2), `| a |\n| --- |\n| Bien. ${refrain} A |`, `| a |\n| --- |\n| Bien. ${refrain} A |`],
])("%s", async (_name, written, next, expected) => {
  expect(await withoutRepeats(await openDocument(written), await openDocument(next))).toBe(expected);
});
