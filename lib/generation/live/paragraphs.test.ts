import { expect, test } from "vitest";
import { createParagraphs } from "./paragraphs.ts";

test("le brouillon perd le titre, la clôture et les marques de source", async () => {
  const show = createParagraphs("Le pain");
  const draft = "```markdown\n# Le pain\n\nLe levain [s1, s2] vit [s3";
  expect(await show(draft)).toEqual(["", "<p>Le levain vit</p>"]);
});

test("ce qui ne change plus n’est rendu qu’une fois, ce qui s’écrit se lit calmement", async () => {
  const show = createParagraphs("");
  expect(await show("Un **mot**.\n\nUn *autre")).toEqual([
    "<p>Un <strong>mot</strong>.</p>",
    "<p>Un <em>autre</em></p>",
  ]);
  expect(await show("Un **mot**.\n\nUn *autre*.\n\n## T")).toEqual([
    "<p>Un <strong>mot</strong>.</p>",
    "<p>Un <em>autre</em>.</p>",
    "<h2>T</h2>",
  ]);
});
