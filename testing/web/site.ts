import { foldText } from "#lib/contract/outline.ts";
import { prose } from "../model/prose.ts";
import type { startSearchServer } from "../servers/search.ts";
import { type WebPage, webPages } from "./pages.ts";

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Each page links to some others, as pages do. */
const linksOf = ({ path }: WebPage) => {
  const at = webPages.findIndex((page) => page.path === path);
  return [1, 7, 19].flatMap((by) => webPages[(at + by) % webPages.length] ?? []);
};

const filler = (seed: string) => prose({ seed, words: 45, language: "fr", sections: false }).replaceAll("\n\n", " ");

/** A copy says what its page says, between the same sentences. */
function bodyOf(page: WebPage): string {
  const seed = page.of ?? page.path;
  const paragraphs = page.facts.map((fact, index) => `<p>${filler(`${seed}${index}`)} ${escaped(fact)}</p>`);
  return `${paragraphs.join("\n")}<p>${filler(`${seed} fin`)}</p>`;
}

const links = (page: WebPage) => linksOf(page).map(({ path, title }) => `<a href="/wiki/${path}">${title}</a>`);

export const htmlOf = (page: WebPage): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${page.title}</title></head><body>
<nav>${links(page).join(" ")}</nav><main><article><h1>${page.title}</h1>
${page.isFramed ? "<p>Cette page vous est offerte par le portail des îles, votre guide de tous les jours.</p>" : ""}
${bodyOf(page)}
${page.isFramed ? "<p>Retrouvez toutes nos pages sur le portail des îles, mis à jour chaque semaine.</p>" : ""}
</article></main><footer>Mentions légales</footer></body></html>`;

const stems = (text: string) =>
  foldText(text)
    .split(" ")
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5));
const index = webPages.map((page) => ({ page, said: stems(`${page.title} ${page.title} ${page.facts.join(" ")}`) }));

const maxFound = 10;

/** Ranks as a simple engine does: by the words of the query that a page says, and how often. */
function findPages(query: string): WebPage[] {
  const wanted = new Set(stems(query));
  const scored = index.map(({ page, said }) => {
    const held = said.filter((stem) => wanted.has(stem));
    return { page, score: new Set(held).size + held.length / 20 };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxFound)
    .map(({ page }) => page);
}

/** The sentence of a page that has most words of the query. */
function snippetOf({ facts }: WebPage, query: string): string {
  const wanted = new Set(stems(query));
  const held = (fact: string) => stems(fact).filter((stem) => wanted.has(stem)).length;
  return facts.toSorted((one, other) => held(other) - held(one))[0] ?? "";
}

/** Has a search server find these pages and serve them. */
export function serveSmallWeb(web: Awaited<ReturnType<typeof startSearchServer>>): void {
  for (const page of webPages) {
    const html = htmlOf(page);
    web.pages.set(page.path, (_request, response) =>
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html),
    );
  }
  web.setFound((query) => findForWeb(web, query));
}

/** What a search finds, as an engine shows it. */
export const findForWeb = ({ baseUrl }: { baseUrl: string }, query: string) =>
  findPages(query).map((page) => ({
    title: page.title,
    url: `${baseUrl}/wiki/${page.path}`,
    snippet: snippetOf(page, query),
  }));
