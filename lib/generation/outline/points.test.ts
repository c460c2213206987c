import { expect, test } from "vitest";
import { ofSubject, withoutRepeatedPoints } from "./points.ts";

test.each([
  ["The book highlights the different terrains", "The different terrains"],
  ["This chapter will discuss how a lamp burns", "How a lamp burns"],
  ["Le livre met en avant l’importance du vent", "L’importance du vent"],
  ["Ce chapitre va expliquer comment naît un levain", "Comment naît un levain"],
  ["Le lecteur découvre les gestes du paludier", "Les gestes du paludier"],
])("« %s » se dit du sujet", (point, expected) => {
  expect(ofSubject(point)).toBe(expected);
});

test.each([
  "The book of hours and its painters",
  "Le lecteur apprend à tailler la pierre",
  "Le livre de cuisine de la maison",
  "Understanding the terrain",
])("« %s » reste", (point) => {
  expect(ofSubject(point)).toBe(point);
});

test("un point redit s’en va, du même chapitre ou d’un autre, et aucun chapitre n’en reste sans", () => {
  const chapters = [
    ["Le phare central", "Le phare central", "La lampe éclaire la mer"],
    ["la lampe éclaire la mer.", "Le phare central", "Le gardien"],
    ["La lampe éclaire la mer"],
  ];
  expect(withoutRepeatedPoints(chapters.map((key_points) => ({ key_points })))).toEqual([
    { key_points: ["Le phare central", "La lampe éclaire la mer"] },
    { key_points: ["Le phare central", "Le gardien"] },
    { key_points: ["La lampe éclaire la mer"] },
  ]);
});
