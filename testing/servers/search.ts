import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { prose } from "../model/prose.ts";
import { closeServer, listen, readBody } from "./loopback.ts";

type SearchRequest = { method: string; path: string; key: string | undefined; query: string; language?: string };

type Shown = { title: string; url: string; snippet: string };

type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

export const articlePage = (title: string, text = ""): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body>
<nav><a href="/">Accueil</a> <a href="/tout">Tout</a></nav><main><article><h1>${title}</h1>
<p>${prose({ seed: title, words: 150, language: "fr", sections: false }).replaceAll("\n\n", "</p><p>")}</p>${text}
</article></main><footer>Mentions légales</footer></body></html>`;

const usualTitles = (_query: string): (string | Shown)[] => ["Pain au levain", "Fermentation", "Farine"];

/** The shape in which each provider answers, by the path that it is asked at. */
function answerOf(path: string, isPosted: boolean, found: Shown[]): object {
  if (path === "/w/api.php")
    return { query: { search: found.map(({ title, snippet }) => ({ title, snippet: `Le <b>${snippet}</b>` })) } };
  if (path === "/res/v1/web/search") {
    const results = found.map(({ title, url, snippet }) => ({
      title,
      url,
      description: `<strong>${snippet}</strong>`,
    }));
    return { type: "search", web: { type: "search", results } };
  }
  if (path === "/searxng/search" || path === "/tavily/search" || !isPosted)
    return { results: found.map(({ title, url, snippet }) => ({ title, url, content: snippet, score: 0.5 })) };
  return { organic: found.map(({ title, url, snippet }) => ({ title, link: url, snippet })) };
}

/**
 * Fakes of Wikipedia's search (`/w/api.php`), of Serper and Tavily (`POST /search`), of Brave and SearXNG, and of the pages they find, on a free loopback
 * port, with a journal. Every search finds the same titles, and every page is an article, until told otherwise.
 */
export async function startSearchServer({ latencyMs = 0 } = {}) {
  const journal: SearchRequest[] = [];
  const pages = new Map<string, PageHandler>();
  /** Answered before anything else at a path, one a request. */
  const refusals = new Map<string, { status: number; headers?: Record<string, string> }[]>();
  const hooks: { onSearch?: (query: string) => void | Promise<void> } = {};
  let find = usualTitles;
  let down = false;
  const server = createServer(async (request, response) => {
    const body = (await readBody(request)).toString("utf8");
    const url = new URL(request.url ?? "/", "http://localhost");
    const posted = body === "" ? {} : JSON.parse(body);
    const query = url.searchParams.get("srsearch") ?? url.searchParams.get("q") ?? posted.q ?? posted.query ?? "";
    const { authorization } = request.headers;
    const key = (request.headers["x-api-key"] ?? request.headers["x-subscription-token"] ?? authorization) as
      | string
      | undefined;
    journal.push({
      method: request.method ?? "",
      path: url.pathname,
      key,
      query,
      language: posted.hl ?? url.searchParams.get("search_lang") ?? url.searchParams.get("language"),
    });
    if (down) return request.socket.destroy();
    const refusal = refusals.get(url.pathname)?.shift();
    if (refusal) return void response.writeHead(refusal.status, refusal.headers).end();
    if (url.pathname.startsWith("/wiki/")) {
      const title = decodeURIComponent(url.pathname.slice(6)).replaceAll("_", " ");
      const page = pages.get(title);
      if (page) return page(request, response);
      return void response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(articlePage(title));
    }
    await hooks.onSearch?.(query);
    await sleep(latencyMs);
    const linkTo = (title: string) =>
      /^https?:/.test(title)
        ? title
        : `http://${request.headers.host}/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`;
    const shown = find(query).map((one) =>
      typeof one === "string" ? { title: one, url: linkTo(one), snippet: `Sur : ${one}.` } : one,
    );
    const answer = answerOf(url.pathname, posted.q !== undefined, shown);
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  });
  const port = await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    journal,
    pages,
    refusals,
    hooks,
    /** Sets the titles that a search finds; for Serper they may be addresses. */
    setFound: (found: typeof usualTitles | undefined) => {
      find = found ?? usualTitles;
    },
    setDown: (value: boolean) => {
      down = value;
    },
    close: () => closeServer(server),
  };
}
