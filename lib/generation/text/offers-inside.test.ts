import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { withoutOffersInside } from "./courtesies.ts";

const without = async (offer: string) =>
  withoutOffersInside(await openDocument(`Le phare éclaire.\n\n${offer}\n\nLa mer monte.`));

test.each([
  "Si vous avez besoin d’un autre paragraphe ou d’une autre partie de la section, n’hésitez pas à me dire !",
  "**Si vous souhaitez une autre version, je peux la récrire.**",
  "N’hésitez pas à me demander une autre version.",
  "Si vous avez des questions supplémentaires ou si vous avez besoin d’une autre section, n’hésitez pas à me le poser.",
  "If you need another paragraph, let me know!",
  "If you would like a longer section, feel free to ask.",
])("« %s » s’en va du milieu d’un texte", async (offer) => {
  expect(await without(offer)).toBe("Le phare éclaire.\n\nLa mer monte.");
});

test.each([
  "Si vous avez besoin d’une autre carte, n’hésitez pas à la demander au port.",
  "Si vous voulez lire la partie suivante du chemin, je suis sûr qu’un gardien vous guidera : — Suivez-moi.",
  "N’hésitez pas à me suivre, dit le gardien.",
  "If you need another lamp, let the keeper know.",
  "— Si vous avez besoin d’un texte, dites-le-moi.",
])("« %s » reste", async (line) => {
  expect(await without(line)).toContain(line);
});
