import { expect, test } from "vitest";
import { cutHtml, lettersOf } from "./cut-html.ts";

const html = '<p title="a>b">Un <em>mot &amp; l’<strong>autre</strong></em>.<br>Fin</p>';

test("les lettres se comptent, balises et attributs à part", () => {
  expect(lettersOf(html)).toBe("Un mot & l’autre.Fin".length);
});

test.each([
  [0, '<p title="a>b"></p>'],
  [5, '<p title="a>b">Un <em>mo</em></p>'],
  [8, '<p title="a>b">Un <em>mot &amp;</em></p>'],
  [13, '<p title="a>b">Un <em>mot &amp; l’<strong>au</strong></em></p>'],
  [17, '<p title="a>b">Un <em>mot &amp; l’<strong>autre</strong></em>.<br></p>'],
  [100, html],
])("coupé à %i lettres, le HTML reste bien formé", (letters, expected) => {
  expect(cutHtml(html, letters)).toBe(expected);
});
