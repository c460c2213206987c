import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { openDocument } from "../../document/open.ts";
import { isPartlyForeign, readLanguage, sumCounts } from "./reading.ts";

const french = (words: number) => prose({ seed: "fr", words, language: "fr", sections: false });
const english = (words: number) => prose({ seed: "en", words, language: "en", sections: false });

const countIn = async (text: string, language = "fr") =>
  sumCounts(await readLanguage(await openDocument(`# Titre\n\n${text}`), language));

/** Each is one of its kind, four times in a short chapter. */
test.each([
  [
    "une formule en crochets TeX",
    "On en tire\n\n\\[ \\oint_{\\partial S} \\vec{E} \\cdot d\\vec{l} = -\\frac{d\\Phi_B}{dt} \\]\n\nloi dite de Faraday.",
  ],
  [
    "une formule en dollars dans la phrase",
    "La série $\\sum_{k \\geq 0} \\frac{(-1)^k}{2k+1} = \\frac{\\pi}{4}$ est celle de Leibniz.",
  ],
  [
    "un système aligné sans dollars",
    "\\begin{align} x + y &= 4 \\\\ \\operatorname{rank}(A) &= \\dim \\operatorname{Im} A \\end{align}",
  ],
  [
    "un tableau d’hôtels",
    "| Hotel | Where to stay | Price |\n| --- | --- | --- |\n| The Old Mill | near the river and the bridge | 80 € |\n| Casa da Rua | no centro da cidade | 65 € |",
  ],
  [
    "un tableau de verbes sans sa ligne de tirets",
    "| to be | I was | I have been |\n| to go | I went | I have gone |\n| to see | I saw | I have seen |",
  ],
  [
    "des titres de chansons à la suite",
    "Sur la seconde face : Blackbird, Rocky Raccoon, Why Don’t We Do It in the Road?, I Will, Julia.",
  ],
  [
    "des noms allemands",
    "On salue Frau Becker, Herr Schulze, le Bürgermeister de Neustadt et la Kellnerin du Goldener Hirsch.",
  ],
  ["des noms de logiciels", "Rails, Sinatra, Hanami, Roda, Sidekiq et Puma se partagent le terrain."],
  ["des termes de musique", "Largo, adagio sostenuto, andante con moto, allegretto : le métronome en décide."],
  ["un point de crochet", "Rg 3 : (1 ms, 1 aug) x 6. Rg 4 : (2 ms, 1 dim) x 6. Rg 5 : 18 ms, arrêter."],
  [
    "des vers latins",
    "Arma virumque cano, Troiae qui primus ab oris\nItaliam, fato profugus, Laviniaque venit\nlitora, multum ille et terris iactatus et alto",
  ],
  [
    "un quatrain anglais",
    "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?",
  ],
  [
    "des exemples en italique",
    "*She would have called if she had known.* L’hypothèse est irréelle ; *he will come if he can* ne l’est pas.",
  ],
  [
    "des exemples annoncés",
    "Exemples à traduire :\n\n- The weather was getting worse and worse.\n- They have been waiting for the bus since noon.",
  ],
  [
    "des exemples glosés",
    "- I have just eaten with my sister. → Je viens de manger avec ma sœur.\n- We used to live by the sea. → Nous habitions autrefois au bord de la mer.",
  ],
  [
    "un dialogue à tirets",
    "— Could you tell me where the station is, please?\n\n— It is at the end of this street, on the left.",
  ],
  [
    "un dialogue coupé de retours",
    "— Good evening, Tom! How was your journey?\\\n— Long and cold. The train left an hour late, and I forgot my scarf.",
  ],
  ["un dialogue à noms", "Anna : How long have you been here with them?\nPaul : I have been here since this morning."],
  ["une réplique anglaise et son incise", "— But where have you put the keys of the house? demanda-t-elle en riant."],
  [
    "des commandes",
    "npm install vite vitest eslint prettier typescript --save-dev\n\nyarn add react-router react-query zod",
  ],
  [
    "un message d’erreur",
    "TypeError: Cannot read properties of undefined while this is being rendered\n\nLe programme s’arrête alors.",
  ],
  ["un message cité", "Il affiche « You must be the owner of this file to change it » et s’arrête."],
  ["une recette", "Préchauffez le four. Beurrez un moule. Étalez la pâte. Versez la crème. Enfournez."],
  ["des caractères d’une leçon", "- 你好 (nǐ hǎo) : bonjour\n- 谢谢 (xièxie) : merci\n\nOn dit 再见 en partant."],
  ["des coups d’échecs", "1. d4 Cf6 2. c4 e6 3. Cc3 Fb4 : la défense nimzo-indienne."],
  [
    "des noms d’espèces",
    "Le rouge-gorge (Erithacus rubecula), la mésange (Parus major) et le merle (Turdus merula) se côtoient.",
  ],
])("%s dans un texte français n’est pas une autre langue", async (_kind, piece) => {
  const text = [french(200), piece, french(100), piece].join("\n\n");
  const { words, own } = await countIn(text);
  expect(words - own).toBe(0);
});

const mixed =
  "Le boulanger prend the pain et le pose sur la table. Il mélange la farine with une cuillère en bois. Puis il attend que the pâte soit levée. Le sel, which donne le goût, vient à la fin.";
test.each([
  ["un chapitre en anglais", english(400), true],
  [
    "un chapitre en espagnol",
    "El panadero mezcla la harina con el agua y la sal, y espera hasta que la masa ha subido. ".repeat(12),
    true,
  ],
  [
    "un chapitre en suédois",
    "Bagaren blandar mjölet med vattnet och väntar tills degen har jäst klart i värmen. ".repeat(12),
    true,
  ],
  ["un chapitre en chinois", "面包师把面粉和水混合在一起，然后等待面团发酵。\n\n".repeat(12), true],
  [
    "un chapitre en vers anglais",
    `${"The baker wakes before the sun,\nHis work is never truly done,\nHe waits until the dough is light.\n\n".repeat(12)}`,
    true,
  ],
  [
    "un chapitre de puces en anglais",
    "- Mix the flour with the water and the salt until it is smooth.\n".repeat(10),
    true,
  ],
  ["un paragraphe anglais dans 600 mots", `${french(600)}\n\n${english(40)}`, true],
  [
    "une phrase anglaise, seule, dans 600 mots",
    `${french(600)}\n\nThe patient baker slowly changes the dough, while the salt keeps the quiet flavour of the sea.`,
    true,
  ],
  ["un paragraphe anglais dans 3 000 mots", `${french(3000)}\n\n${english(40)}`, true],
  [
    "trois paragraphes anglais dans 10 000 mots",
    `${french(9900)}\n\n${[1, 2, 3].map(() => english(40)).join("\n\n")}`,
    true,
  ],
  [
    "une phrase anglaise, seule, dans 3 000 mots",
    `${french(3000)}\n\nThe patient baker slowly changes the dough, while the salt keeps the taste.`,
    false,
  ],
  ["des mots anglais dans des phrases françaises, dans 200 mots", `${french(200)}\n\n${mixed}`, true],
  ["les mêmes, dans 3 000 mots", `${french(3000)}\n\n${mixed}`, false],
  ["un anglicisme qui revient", `${french(200)}\n\n${"Le jeu est sorti in the box, comme on dit. ".repeat(9)}`, false],
  [
    "une phrase allemande au milieu d’un paragraphe de 300 mots",
    `${french(300)} Der Bäcker wartet, bis der Teig in der warmen Stube endlich gegangen ist.`,
    true,
  ],
])(
  "%s : vu comme d’une autre langue ? %3$s",
  async (_kind, text, seen) => {
    expect(isPartlyForeign(await countIn(text))).toBe(seen);
  },
  20_000,
);

test("du français dans un livre anglais est vu de même, et les noms français n’en sont pas", async () => {
  expect(isPartlyForeign(await countIn(`${english(400)}\n\n${french(40)}`, "en"))).toBe(true);
  const names = "We met Madame Lefèvre, Monsieur de la Tour and the Comtesse des Ormes at the Café de la Paix.";
  expect(isPartlyForeign(await countIn(`${english(400)}\n\n${names}`, "en"))).toBe(false);
});
