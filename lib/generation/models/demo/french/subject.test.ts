import { describe, expect, it } from "vitest";
import { subjectOf } from "./subject.ts";

const n = "\u202f";
const q = (text: string) => `«${n}${text}${n}»`;

/** Sujet tapé ; puis seul, après « de », après « à ». */
const cases: [string, string, string, string][] = [
  ["Les phares de Bretagne", "les phares de Bretagne", "des phares de Bretagne", "aux phares de Bretagne"],
  ["Le levain", "le levain", "du levain", "au levain"],
  ["La cuisine lyonnaise", "la cuisine lyonnaise", "de la cuisine lyonnaise", "à la cuisine lyonnaise"],
  ["L'eau", "l’eau", "de l’eau", "à l’eau"],
  [
    "L’intelligence artificielle en 2025",
    "l’intelligence artificielle en 2025",
    "de l’intelligence artificielle en 2025",
    "à l’intelligence artificielle en 2025",
  ],
  ["Un jardin en ville", "un jardin en ville", "d’un jardin en ville", "à un jardin en ville"],
  ["Une vie sans écran", "une vie sans écran", "d’une vie sans écran", "à une vie sans écran"],
  ["Des herbes sauvages", "des herbes sauvages", "d’herbes sauvages", "à des herbes sauvages"],
  ["Des haricots", "des haricots", "de haricots", "à des haricots"],
  ["Des plantes grasses.", "des plantes grasses", "de plantes grasses", "à des plantes grasses"],
  ["le deuil", "le deuil", "du deuil", "au deuil"],
  ["les oiseaux", "les oiseaux", "des oiseaux", "aux oiseaux"],
  ["LES PHARES DE BRETAGNE", "les PHARES DE BRETAGNE", "des PHARES DE BRETAGNE", "aux PHARES DE BRETAGNE"],
  ["Le Havre", "le Havre", "du Havre", "au Havre"],
  ["La Rochelle", "La Rochelle", "de La Rochelle", "à La Rochelle"],
  ["Mon premier potager", "mon premier potager", "de mon premier potager", "à mon premier potager"],
  ["Notre histoire", "notre histoire", "de notre histoire", "à notre histoire"],
  [
    "Ces objets qui nous entourent",
    "ces objets qui nous entourent",
    "de ces objets qui nous entourent",
    "à ces objets qui nous entourent",
  ],
  ["Apprendre à dormir", "l’art d’apprendre à dormir", "de l’art d’apprendre à dormir", "à l’art d’apprendre à dormir"],
  ["apprendre à dormir", "l’art d’apprendre à dormir", "de l’art d’apprendre à dormir", "à l’art d’apprendre à dormir"],
  [
    "Comment négocier son salaire ?",
    "l’art de négocier son salaire",
    "de l’art de négocier son salaire",
    "à l’art de négocier son salaire",
  ],
  [
    "Comment négocier son salaire",
    "l’art de négocier son salaire",
    "de l’art de négocier son salaire",
    "à l’art de négocier son salaire",
  ],
  ["Comment bien dormir?", "l’art de bien dormir", "de l’art de bien dormir", "à l’art de bien dormir"],
  ["Ne pas se perdre", "l’art de ne pas se perdre", "de l’art de ne pas se perdre", "à l’art de ne pas se perdre"],
  [
    "S'occuper de ses abeilles",
    "l’art de s’occuper de ses abeilles",
    "de l’art de s’occuper de ses abeilles",
    "à l’art de s’occuper de ses abeilles",
  ],
  [
    "Habiter la montagne",
    "l’art d’habiter la montagne",
    "de l’art d’habiter la montagne",
    "à l’art d’habiter la montagne",
  ],
  [
    "Hiberner avec sa famille",
    "l’art d’hiberner avec sa famille",
    "de l’art d’hiberner avec sa famille",
    "à l’art d’hiberner avec sa famille",
  ],
  ["Petit traité du levain", "le levain", "du levain", "au levain"],
  ["Guide des vins naturels", "les vins naturels", "des vins naturels", "aux vins naturels"],
  ["Éloge de la lenteur", "la lenteur", "de la lenteur", "à la lenteur"],
  ["Manuel de l'apiculteur", "l’apiculteur", "de l’apiculteur", "à l’apiculteur"],
  ["Jardinage", "le jardinage", "du jardinage", "au jardinage"],
  ["Méditation", "la méditation", "de la méditation", "à la méditation"],
  ["Astronomie", "l’astronomie", "de l’astronomie", "à l’astronomie"],
  ["Cuisine italienne", "la cuisine italienne", "de la cuisine italienne", "à la cuisine italienne"],
  ["yoga", "le yoga", "du yoga", "au yoga"],
  ["Histoire de Bretagne", "l’histoire de Bretagne", "de l’histoire de Bretagne", "à l’histoire de Bretagne"],
  ["Développement personnel", "le développement personnel", "du développement personnel", "au développement personnel"],
  ["Le yoga et la méditation", "le yoga et la méditation", "du yoga et de la méditation", "au yoga et à la méditation"],
  [
    "Le pain, le vin et les fromages",
    "le pain, le vin et les fromages",
    "du pain, du vin et des fromages",
    "au pain, au vin et aux fromages",
  ],
  [
    "Le lien entre le corps et l'esprit",
    q("Le lien entre le corps et l’esprit"),
    `de ${q("Le lien entre le corps et l’esprit")}`,
    `à ${q("Le lien entre le corps et l’esprit")}`,
  ],
  ["Ma vie, mon œuvre", q("Ma vie, mon œuvre"), `de ${q("Ma vie, mon œuvre")}`, `à ${q("Ma vie, mon œuvre")}`],
  ["Python", q("Python"), `de ${q("Python")}`, `à ${q("Python")}`],
  ["machine learning", q("machine learning"), `de ${q("machine learning")}`, `à ${q("machine learning")}`],
  ["Docker", q("Docker"), `de ${q("Docker")}`, `à ${q("Docker")}`],
  ["Hiver", q("Hiver"), `de ${q("Hiver")}`, `à ${q("Hiver")}`],
  ["Du levain au pain", q("Du levain au pain"), `de ${q("Du levain au pain")}`, `à ${q("Du levain au pain")}`],
  ["X", q("X"), `de ${q("X")}`, `à ${q("X")}`],
  ["🌱", q("🌱"), `de ${q("🌱")}`, `à ${q("🌱")}`],
  [
    "L'IA a changé le monde",
    q("L’IA a changé le monde"),
    `de ${q("L’IA a changé le monde")}`,
    `à ${q("L’IA a changé le monde")}`,
  ],
  ["Le chat est un roi", q("Le chat est un roi"), `de ${q("Le chat est un roi")}`, `à ${q("Le chat est un roi")}`],
  ["Les « vrais » amis", q("Les “vrais” amis"), `de ${q("Les “vrais” amis")}`, `à ${q("Les “vrais” amis")}`],
  [
    "Pourquoi le ciel est-il bleu ?",
    `la question ${q(`Pourquoi le ciel est-il bleu${n}?`)}`,
    `de la question ${q(`Pourquoi le ciel est-il bleu${n}?`)}`,
    `à la question ${q(`Pourquoi le ciel est-il bleu${n}?`)}`,
  ],
  ["Le pain. Et le vin.", "ce sujet", "de ce sujet", "à ce sujet"],
  ["mot ".repeat(250), "ce sujet", "de ce sujet", "à ce sujet"],
];

describe("le sujet dans la phrase", () => {
  it.each(cases)("« %s »", (typed, le, de, a) => {
    const subject = subjectOf(typed);
    expect({ le: subject.le, de: subject.de, a: subject.a }).toEqual({ le, de, a });
  });

  it("garde les mots tapés, dans leur ordre", () => {
    for (const [typed] of cases) {
      const { heading } = subjectOf(typed);
      const bare = (text: string) =>
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
      expect(bare(heading)).toBe(bare(typed));
    }
  });
});
