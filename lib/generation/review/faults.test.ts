import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { type Genre, genres } from "../../contract/values.ts";
import { openDocument } from "../../document/open.ts";
import { isSpared } from "../genre/traits-of.ts";
import { measureStructure } from "../quality/structure.ts";
import { findFaults } from "./faults.ts";

const plan = (title: string, defines: { term: string; definition: string }[] = []) => ({
  title,
  description: title,
  key_points: [title],
  defines,
  elsewhere: [],
});
const outline = { title: "Livre", chapters: [plan("Un", [{ term: "levain", definition: "Une pâte." }]), plan("Deux")] };
const again = prose({ seed: "encore", words: 60, language: "fr", sections: false });

const textOf = (position: number) => `# ${position === 1 ? "Un" : "Deux"}

Au bout du quai, la lampe du vieux gardien brûlait encore.

${prose({ seed: `chapitre ${position}`, words: 200, language: "fr", sections: false })}

${again}

${position === 2 ? "Le levain désigne une pâte vivante." : "Pour conclure, il posa sa lampe."}`;

async function faultsOf(genre: Genre) {
  const chapters = await Promise.all(
    [1, 2].map(async (position) => {
      const document = await openDocument(textOf(position));
      return { position, title: position === 1 ? "Un" : "Deux", wordCount: document.words, document };
    }),
  );
  const faults = await findFaults(chapters, { outline, language: "fr", genre, maxRepeatedShare: 0.05 });
  const { checks } = measureStructure(chapters, genre);
  const failed = checks.filter(({ chapters: positions }) => positions.length > 0);
  return { kinds: [...new Set(faults.map(({ kind }) => kind))], failed: failed.map(({ name }) => name) };
}

const kinds = ["repeat", "phrases", "opening", "conclusion", "term"] as const;
const structure = ["distinct_openings", "no_conclusion_endings"] as const;

test.each(genres)("entre chapitres ne se reproche que ce que le genre ne veut pas : %s", async (genre) => {
  expect(await faultsOf(genre)).toEqual({
    kinds: kinds.filter((kind) => !isSpared(genre, kind)),
    failed: structure.filter((check) => !isSpared(genre, check)),
  });
});

test("un passage recopié d’un chapitre à l’autre est une redite dans tout genre", () => {
  for (const genre of genres) expect(isSpared(genre, "repeat"), genre).toBe(false);
});
