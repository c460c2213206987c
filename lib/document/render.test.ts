import { expect, test } from "vitest";
import { renderHtml } from "./html.ts";

const htmlOf = async (source: string, title = "") => (await renderHtml(source, title)).html;

test.each([
  ["du HTML", "Un <b>mot</b><script>alert(1)</script>.\n\n<img src=x onerror=alert(1)>", "<p>Un motalert(1).</p>"],
  ["un lien qui exécute", "[a](javascript:alert(1))", '<p><a rel="noreferrer noopener nofollow">a</a></p>'],
  [
    "un lien avec des guillemets",
    '[a](https://a.fr/"onclick="x)',
    '<p><a href="https://a.fr/%22onclick=%22x" rel="noreferrer noopener nofollow">a</a></p>',
  ],
  ["un H1 de plus", "# Un\n\n# Deux", "<h2>Un</h2>\n<h2>Deux</h2>"],
])("%s se montre sans danger", async (_name, source, expected) => {
  expect(await htmlOf(source)).toBe(expected);
});

const rel = 'rel="noreferrer noopener nofollow"';

test.each([
  ["avec un texte", '![a](https://a.fr/x.png "t")', `<a href="https://a.fr/x.png" ${rel}>a</a>`],
  ["sans texte", "![](http://a.fr/p.gif?u=1)", `<a href="http://a.fr/p.gif?u=1" ${rel}>http://a.fr/p.gif?u=1</a>`],
  ["sans protocole", "![b](//a.fr/i.png)", `<a href="//a.fr/i.png" ${rel}>b</a>`],
  ["de ce serveur", "![](/api/queue/drain)", "<span>/api/queue/drain</span>"],
  ["relative", "![c](i.png)", "<span>c</span>"],
  ["en données", "![d](data:image/svg+xml;base64,AAAA)", "<span>d</span>"],
  ["qui exécute", "![e](javascript:alert(1))", "<span>e</span>"],
  ["sans rien", "![](javascript:x)", ""],
  ["dans un lien", "[![f](https://a.fr/x.png)](https://b.fr/)", `<a href="https://b.fr/" ${rel}><span>f</span></a>`],
  ["par référence", "![g][1]\n\n[1]: https://a.fr/x.png", `<a href="https://a.fr/x.png" ${rel}>g</a>`],
  ["en HTML", '<b>h</b><img src="https://a.fr/x.png">', "h"],
  ["avec du balisage dans son texte", "![*i* <b>](https://a.fr/)", `<a href="https://a.fr/" ${rel}>i &#x3C;b></a>`],
])("une image %s se lit, et n’est pas chargée", async (_name, source, expected) => {
  expect(await htmlOf(source)).toBe(`<p>${expected}</p>`);
});

test("le titre que la page montre déjà n’est pas redit", async () => {
  expect(await htmlOf("# Chapitre 2 : L'*eau*\n\nTexte.", "L’eau")).toBe("<p>Texte.</p>");
  expect(await htmlOf("# L’air\n\nTexte.", "L’eau")).toBe("<h2>L’air</h2>\n<p>Texte.</p>");
});

test("un tableau et du code défilent au clavier, une case se lit, une note mène et ramène", async () => {
  const html = await htmlOf("| a |\n|---|\n| b |\n\n    code\n\n- [x] fait\n\nNote[^1].\n\n[^1]: Au pied.");
  expect(html).toContain('<section aria-label="Tableau" tabindex="0" class="prose-table"><table>');
  expect(html).toContain('<section aria-label="Code" tabindex="0" class="prose-code"><pre><code>code');
  expect(html).toContain('<span role="img" aria-label="fait">☑</span> fait');
  const [, note = ""] = /<sup><a href="#([^"]*)"/.exec(html) ?? [];
  expect(html).toContain(`<li id="${note}">`);
  expect(html).toContain('aria-label="Retour à l’appel de note 1"');
});

test("deux prix ne font pas une formule, une formule n’est pas de la prose", async () => {
  expect(await htmlOf("De 5 $ à *10* $, ou 3$ et 4$.")).toBe("<p>De 5 $ à <em>10</em> $, ou 3$ et 4$.</p>");
  expect(await htmlOf("Soit $a_1 * b_2$ et $$c$$.")).toBe(
    '<p>Soit <code class="language-math">a_1 * b_2</code> et <code class="language-math">c</code>.</p>',
  );
});

test.each([
  [
    String.raw`Soit \( x_1 * y_2 \), puis \(n\).`,
    `Soit <code class="language-math"> x_1 * y_2 </code>, puis <code class="language-math">n</code>.`,
  ],
  [
    String.raw`On a \[ A = \{ x \mid x\, > 0 \} \] ici.`,
    String.raw`On a <code class="language-math"> A = \{ x \mid x\, > 0 \} </code> ici.`,
  ],
  [String.raw`Il dit \[…\] et \[12\] \(voir plus bas\).`, "Il dit […] et [12] (voir plus bas)."],
  [
    String.raw`Un \( jamais = fermé, puis \(c = 1\).`,
    `Un ( jamais = fermé, puis <code class="language-math">c = 1</code>.`,
  ],
])("une formule de TeX garde ses signes, et un crochet n’en est pas une : %s", async (source, expected) => {
  expect(await htmlOf(source)).toBe(`<p>${expected}</p>`);
});

test("une formule de plusieurs lignes n’est pas une liste", async () => {
  const formula = "x = a\n+ b\n- c";
  expect(await htmlOf(`\\[\n${formula}\n\\]\n\nFin.`)).toContain(
    `<pre><code class="language-math">${formula}</code></pre>`,
  );
  expect(await htmlOf(`- a\n\n  \\[\n  x = 1\n  \\]\n- b`)).toContain('<code class="language-math">x = 1</code>');
});

test.each([
  ["La balise <em> met en valeur, <strong> insiste.", "La balise &#x3C;em> met en valeur, &#x3C;strong> insiste."],
  ["Le type List<String>, ou Map<K, List<V>>.", "Le type List&#x3C;String>, ou Map&#x3C;K, List&#x3C;V>>."],
  ["*De l’eau, <T>*", "<em>De l’eau, &#x3C;T></em>"],
  ["H<sub>2</sub>O, <b>gras</b> <!-- note -->et un<br>deux", "H2O, gras et un<br>\ndeux"],
  ['<a href="x">un <em>lien</em></a> et <img src="x">', "un lien et "],
])("une balise que la phrase nomme se lit : %s", async (source, expected) => {
  expect(await htmlOf(source)).toBe(`<p>${expected}</p>`);
});

test("ce qui dépasse les bornes se montre tel quel, en paragraphes, mots comptés", async () => {
  const source = `Un *mot*.\n\n${"[".repeat(70_000)}\n\n<b>fin</b>`;
  const { html, words } = await renderHtml(source, "");
  expect(html).toBe(
    `<p class="prose-plain">Un *mot*.</p>\n<p class="prose-plain">${"[".repeat(70_000)}</p>\n<p class="prose-plain">&#x3C;b>fin&#x3C;/b></p>`,
  );
  expect(words).toBe(5);
});
