// A web site whose pages try to harm their reader, one way per path. Runs in a worker thread; posts its port.
import { createServer, type ServerResponse } from "node:http";
import { parentPort } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { listen } from "./loopback.ts";

const gzipBomb = gzipSync(Buffer.alloc(64 * 2 ** 20, "<p>"));
const mebibyte = Buffer.alloc(2 ** 20, "<p>mot ");
const html = "text/html; charset=utf-8";
const article = (title: string, text: string) =>
  `<!doctype html><title>${title}</title><article><p>${text}</p>${"<p>Une phrase ordinaire, assez longue pour un article.</p>".repeat(12)}</article>`;
const page =
  (body: string | Buffer, type = html) =>
  (response: ServerResponse) =>
    void response.writeHead(200, { "Content-Type": type }).end(body);
const redirect = (to: string) => (response: ServerResponse) => void response.writeHead(302, { Location: to }).end();

const windows1252 = Buffer.from(article("Été", "L\x92été coûte 3 \x80 \x97 déjà."), "latin1");
const declaredInside = Buffer.concat([Buffer.from('<meta charset="windows-1252">'), windows1252]);

let loops = 0;
const answers: Record<string, (response: ServerResponse) => void> = {
  good: page(article("Une bonne page", "Un fait.")),
  same: page(article("Une bonne page", "Un fait.")),
  bomb: (response) => response.writeHead(200, { "Content-Type": html, "Content-Encoding": "gzip" }).end(gzipBomb),
  huge(response) {
    response.writeHead(200, { "Content-Type": html });
    let mebibytesLeft = 64;
    const writeMore = () => {
      while (mebibytesLeft-- > 0 && !response.destroyed)
        if (!response.write(mebibyte)) return void response.once("drain", writeMore);
      response.end();
    };
    writeMore();
  },
  deep: page("<div>".repeat(500_000)),
  wide: page("<p>a</p>".repeat(350_000)),
  tables: page("<table><tr><td>".repeat(200_000)),
  drip(response) {
    response.writeHead(200, { "Content-Type": html });
    const timer = setInterval(() => response.write("<p>"), 20);
    response.once("close", () => clearInterval(timer));
  },
  loop: (response) => redirect(`/loop?${loops++}`)(response),
  hang: () => {},
  pdf: page("%PDF-1.7", "application/pdf"),
  nul: page(Buffer.alloc(2 ** 21)),
  klingon: page(article("K", "K"), "text/html; charset=klingon"),
  empty: page(""),
  elsewhere: redirect("http://127.0.0.1:1/"),
  file: redirect("file:///etc/passwd"),
  cut(response) {
    response.writeHead(200, { "Content-Type": html, "Content-Length": "100000" }).write("<p>Un début");
    setTimeout(() => response.destroy(), 50);
  },
  latin1: page(Buffer.from(article("Latin", "L'été, déjà : la forêt."), "latin1"), "text/html; charset=iso-8859-1"),
  "windows-1252": page(windows1252, "text/html; charset=windows-1252"),
  meta: page(Buffer.concat([declaredInside, Buffer.from("<p>Autre.</p>")]), "text/html"),
  redirect: redirect("/moved"),
  moved: page(article("Déplacée", "Elle est ici.")),
  odd: page(article("Étrange", "avant &#xD800; après\0\u202e fin")),
  text: page("Un texte simple.", "text/plain"),
};

const server = createServer((request, response) => {
  response.on("error", () => {});
  const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
  const answer = answers[path];
  if (answer) answer(response);
  else response.writeHead(404).end();
});
parentPort?.postMessage(await listen(server));
