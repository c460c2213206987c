import { expect, test } from "vitest";
import { endsMidSentence } from "./ending.ts";

const before = "# Le pain\n\nLa pâte lève toute la nuit, et le boulanger dort.\n\n";

test.each([
  "Puis elle se façonne à la m",
  "Puis elle se façonne à la main, et",
  "Puis **elle** se façonne à l’",
  "Il y a trois étapes\u202f:",
  "La pâte [S1] se façonne et",
  "On enf",
])("est coupé au milieu d’une phrase : %s", async (end) => {
  expect(await endsMidSentence(before + end)).toBe(true);
  expect(await endsMidSentence(`${"La pâte lève encore. ".repeat(300)}\n\n${end}`)).toBe(true);
  expect(await endsMidSentence(`${before}- Une liste.\n\n${end}`)).toBe(true);
});

test.each([
  "Elle se façonne.",
  "«\u202fElle se façonne\u202f!\u202f»",
  "Elle se façonne **à la main.**",
  "*Elle se façonne\u202f?*",
  "Elle se façonne [S1].",
  "Elle se façonne. [S1]",
  "Elle se façonne (Parmentier, 1778)",
  "Et après…",
  "## Une section",
  "- la farine\n- l’eau",
  "1. pétrir\n2. cuire",
  "> On ne fait pas de pain sans eau",
  "| farine | eau |\n| --- | --- |\n| 1 kg | 650 g |",
  "```\nnpm start\n```",
  "Lancez enfin la commande `npm start`",
  "![Un pain](pain.png)",
  "**À retenir**",
  "— Antoine Parmentier, chimiste",
  "Marie Dupont, Paris",
  "Fin",
  "À suivre",
  "Le pain lève\nla nuit est brève\net le four rêve",
  "パンが焼ける。",
])("a sa fin : %s", async (end) => {
  expect(await endsMidSentence(before + end)).toBe(false);
});

test("où les phrases n’ont pas de point, la dernière peut s’en passer", async () => {
  expect(await endsMidSentence("# Ode\n\nÔ pain doré\n\nmie tendre et chaude\n\ncroûte du matin")).toBe(false);
});

test("ce qu’un modèle met autour d’un texte n’est pas sa fin", async () => {
  expect(await endsMidSentence("```markdown\n# Le pain\n\nLa pâte lève.\n```")).toBe(false);
  expect(await endsMidSentence("```markdown\n# Le pain\n\nLa pâte lève toute la nuit. Puis elle\n```")).toBe(true);
});
