import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { prose } from "../model/prose.ts";

type Asked = { method: string; path: string; key: string | undefined; query: string; language?: string };

/** Answers a request for a page in its own way. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A page with an article that is long enough to be one. */
export const articlePage = (title: string, text = ""): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body>
<nav><a href="/">Accueil</a> <a href="/tout">Tout</a></nav><main><article><h1>${title}</h1>
<p>${prose({ seed: title, words: 150, language: "fr", sections: false }).replaceAll("\n\n", "</p><p>")}</p>${text}
</article></main><footer>Mentions légales</footer></body></html>`;

/**
 * Fakes of Wikipedia's search (`/w/api.php`), of Serper (`/search`) and of the pages they find, on a free loopback
 * port, with a journal. Every search finds the same titles, and every page is an article, until told otherwise.
 */
export async function startSearchServer() {
  const journal: Asked[] = [];
  const pages = new Map<string, Page>();
  const usual = (_query: string) => ["Pain au levain", "Fermentation", "Farine"];
  let find = usual;
  let down = false;
  const pathOf = (title: string) => `/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const url = new URL(request.url ?? "/", "http://localhost");
    const asked = body === "" ? {} : JSON.parse(body);
    const query = url.searchParams.get("srsearch") ?? asked.q ?? "";
    const key = request.headers["x-api-key"] as string | undefined;
    journal.push({ method: request.method ?? "", path: url.pathname, key, query, language: asked.hl });
    if (down) return request.socket.destroy();
    if (url.pathname.startsWith("/wiki/")) {
      const title = decodeURIComponent(url.pathname.slice(6)).replaceAll("_", " ");
      const page = pages.get(title);
      if (page) return page(request, response);
      return void response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(articlePage(title));
    }
    const link = (title: string) => (/^https?:/.test(title) ? title : `http://${request.headers.host}${pathOf(title)}`);
    const titles = find(query);
    const answer =
      url.pathname === "/search"
        ? { organic: titles.map((title) => ({ title, link: link(title), snippet: `Sur : ${title}.` })) }
        : { query: { search: titles.map((title) => ({ title, snippet: `Le <b>${title}</b>` })) } };
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    journal,
    /** How the page of a title is answered. */
    pages,
    /** What a search finds: titles; to Serper also addresses, as they are. */
    setFound: (found: typeof usual | undefined) => {
      find = found ?? usual;
    },
    setDown: (value: boolean) => {
      down = value;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
