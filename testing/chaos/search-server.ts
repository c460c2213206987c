import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const page = (title: string) =>
  `<!doctype html><title>${title}</title><article><p>${"Un fait, dit avec assez de mots pour être lu. ".repeat(20)}${title}</p></article>`;

/** A fake Serper: two pages for anything, after a moment. `onSearch` is called as a search arrives, and waited for. */
export async function startSearchServer(latencyMs: number) {
  const hooks: { onSearch?: (query: string) => void | Promise<void> } = {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method === "GET")
      return void response.writeHead(200, { "Content-Type": "text/html" }).end(page(request.url ?? ""));
    await hooks.onSearch?.(JSON.parse(Buffer.concat(chunks).toString("utf8")).q);
    await sleep(latencyMs);
    const organic = ["Une source", "Une autre"].map((title, index) => ({
      title,
      link: `http://${request.headers.host}/${index + 1}`,
      snippet: "Un fait.",
    }));
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ organic }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    hooks,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
