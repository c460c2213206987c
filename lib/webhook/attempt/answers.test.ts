import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { endpointConfig } from "#testing/harness/endpoint-config.ts";
import { startRawReceiver } from "#testing/servers/raw-receiver.ts";
import { send } from "./send.ts";

const secret = { text: "un-secret-partagé-nulle-part", bytes: Buffer.from("x"), id: null, lastVerifiedAt: null };
let receiver: Awaited<ReturnType<typeof startRawReceiver>>;
beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  receiver = await startRawReceiver(() => {});
});
afterAll(() => receiver.close());

/** Makes one attempt, answered with these bytes. */
async function attempt(answer: string | Buffer, secrets = [secret]) {
  receiver.behave((socket) => socket.end(answer));
  const config = endpointConfig({ url: receiver.url, secrets });
  const event = { id: "evt_1", type: "book.completed", jobId: "job", body: Buffer.from("{}") };
  const result = await send(event, config, { headers: {}, timeoutMs: 5000 });
  return { ...result, message: result.explanation?.message, failure: result.explanation?.failure };
}

const ok = "HTTP/1.1 200 OK\r\n";
const chunked = "Transfer-Encoding: chunked\r\n";

test.each([
  ["une longueur deux fois", `${ok}Content-Length: 2\r\nContent-Length: 2\r\n\r\nOK`],
  ["en trois lignes, dans toute casse", `${ok}content-length: 2\r\nCONTENT-LENGTH:2\r\nContent-Length:  2\r\n\r\nOK`],
  ["jointe par un mandataire", `${ok}Content-Length: 2, 2\r\n\r\nOK`],
  ["jointe, et répétée", `${ok}Content-Length: 2,2\r\nX: y\r\nContent-Length: 2\r\n\r\nOK`],
  [
    "après une réponse intermédiaire",
    `HTTP/1.1 103 Early Hints\r\n\r\n${ok}Content-Length: 2\r\nContent-Length: 2\r\n\r\nOK`,
  ],
  ["après un 100 que rien ne demandait", `HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 2\r\n\r\nOK`],
  [
    "après deux 100 et un 102",
    `${"HTTP/1.1 100 Continue\r\n\r\n".repeat(2)}HTTP/1.1 102\r\n\r\n${ok}Content-Length: 2\r\n\r\nOK`,
  ],
  ["HTTP/1.0 sans longueur", "HTTP/1.0 200 OK\r\n\r\nOK"],
  ["sans phrase", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nOK"],
  ["précédée de lignes vides", `\r\n\r\n${ok}Content-Length: 2\r\n\r\nOK`],
  ["un en-tête qui commence comme une longueur", `${ok}Content-Length-Hint: 9\r\nContent-Length: 2\r\n\r\nOK`],
  ["un en-tête de 5 000 octets", `${ok}X-Long: ${"a".repeat(5000)}\r\nContent-Length: 2\r\n\r\nOK`],
  ["un corps qui ressemble à des en-têtes", `${ok}${chunked}\r\n2\r\nOK\r\n0\r\n\r\n`],
])("est une réussite : %s", async (_name, answer) => {
  const result = await attempt(answer);
  expect(result).toMatchObject({ explanation: null, status: 200 });
  expect(result.body?.toString()).toBe("OK");
});

test("un corps qui répète une longueur passe tel quel, octet par octet", async () => {
  const body = "Content-Length: 2\r\nContent-Length: 2\r\n";
  const answer = `${ok}Content-Length: ${body.length}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const sent = attempt("");
  receiver.behave(async (socket) => {
    for (const byte of answer) {
      socket.write(byte);
      await new Promise((next) => setImmediate(next));
    }
    socket.end();
  });
  expect((await sent).body?.toString()).toBe(body);
});

test.each<[string, string | Buffer]>([
  ["deux longueurs différentes", `${ok}Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc`],
  ["deux longueurs différentes", `${ok}Content-Length: 2, 3\r\n\r\nabc`],
  ["à la fois une longueur", `${ok}Content-Length: 2\r\n${chunked}\r\n2\r\nab\r\n0\r\n\r\n`],
  ["à la fois une longueur", `${ok}${chunked}Content-Length: 2\r\n\r\n2\r\nab\r\n0\r\n\r\n`],
  ["est démesurée", `${ok}Content-Length: 99999999999999999999999\r\n\r\n`],
  ["n’est pas un nombre entier", `${ok}Content-Length: -1\r\n\r\n`],
  ["n’est pas un nombre entier", `${ok}Content-Length: deux\r\n\r\n`],
  ["est vide", `${ok}Content-Length: \r\n\r\n`],
  ["finissent par LF seul", "HTTP/1.1 200 OK\nContent-Length: 2\n\nOK"],
  ["finissent par LF seul", `${ok}Content-Length: 2\n\nOK`],
  ["finissent par LF seul", `${ok}Content-Length: 2\r\nX-A: v\n\r\nOK`],
  ["finissent par LF seul", `${ok}Content-Length: 2\r\n\nOK`],
  ["le nom d’un en-tête", `${ok}Content-Length: 2\r\nX-A : v\r\n\r\nOK`],
  ["continue sur la ligne suivante", `${ok}Content-Length: 2\r\n 3\r\n\r\nOK`],
  ["n’y est pas suivi de LF", "HTTP/1.1 200 OK\rContent-Length: 0\r\r"],
  ["le nom d’un en-tête", `${ok}X-A : v\r\n\r\n`],
  ["le nom d’un en-tête", `${ok}sans deux-points\r\n\r\n`],
  ["continue sur la ligne suivante", `${ok}X-A: v\r\n w\r\nContent-Length: 2\r\n\r\nOK`],
  ["un caractère de contrôle", `${ok}X-A: a\0b\r\n\r\n`],
  ["est illisible", `${ok}${chunked}\r\nzz\r\nabc\r\n`],
  ["finit par LF seul", `${ok}${chunked}\r\n2\nab\n0\n\n`],
  ["n’a pas la taille qu’il annonce", `${ok}${chunked}\r\n3\r\nabcd\r\n0\r\n\r\n`],
  ["pas trois chiffres", "HTTP/1.1 20 OK\r\n\r\n"],
  ["inférieur à 100", "HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n"],
  ["pas HTTP/1.0 ou 1.1", "HTTP/3.0 200 OK\r\n\r\n"],
  ["pas HTTP/1.0 ou 1.1 (Expected dot). Elle commence par «\u00a0HTTP/2 200 OK\u00a0»", "HTTP/2 200 OK\r\n\r\n"],
  ["Elle commence par «\u00a0SSH-2.0-OpenSSH_9.2\u00a0»", "SSH-2.0-OpenSSH_9.2\r\n"],
  ["Elle commence par «\u00a0<html>bonjour</html>\u00a0»", "<html>bonjour</html>"],
  ["Elle commence par «\u00a0ICY 200 OK\u00a0»", "ICY 200 OK\r\n\r\n"],
  ["les octets ff00ff00", Buffer.from([255, 0, 255, 0])],
  ["n’en finit pas de répondre 1xx", "HTTP/1.1 100 Continue\r\n\r\n".repeat(40)],
])("se comprend (%s) : %j", async (words, answer) => {
  const { failure, message, status } = await attempt(answer);
  expect(failure).toBe("protocol");
  expect(message).toContain("n’est pas du HTTP valide\u202f: ");
  expect(message).toContain(words);
  expect(status === null || status === 200).toBe(true);
});

test.each<[string, string | Buffer, string]>([
  ["une alerte TLS", Buffer.from([0x15, 3, 1, 0, 2, 2, 0x46]), "parle TLS sur ce port. Mettez https:"],
  ["HTTP/2", Buffer.from([0, 0, 18, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100]), "répond en HTTP/2"],
  ["HTTP/2, SETTINGS vide", Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]), "répond en HTTP/2"],
])("un autre protocole se reconnaît : %s", async (_name, answer, words) => {
  expect(await attempt(answer)).toMatchObject({ failure: "protocol", message: expect.stringContaining(words) });
});

test.each([
  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
  `HTTP/1.1 101 Switching Protocols\r\n\r\n${ok}Content-Length: 2\r\n\r\nOK`,
])("un 101 que rien ne demandait est dit, avec son statut : %j", async (answer) => {
  const result = await attempt(answer);
  expect(result).toMatchObject({ failure: "protocol", status: 101 });
  expect(result.message).toContain("HTTP 101\u202f: le récepteur passe à un autre protocole");
});

test("une fin sans un octet et une fin trop tôt ne se confondent pas", async () => {
  expect((await attempt("")).message).toMatch(/sans répondre \(other side closed\).*mettez https:/);
  expect((await attempt("HTTP/1.1 200 OK\r\nContent-Len")).message).toContain("avant la fin de la réponse");
  expect(await attempt(`${ok}Content-Length: 100\r\n\r\nabc`)).toMatchObject({ failure: "reset", status: 200 });
});

test.each([
  [304, "", "« non modifié »"],
  [301, "", "redirige sans dire où (Location)"],
  [302, "Location: /livres/reçus\r\n", "redirige vers /livres/reçus."],
  [600, "", "n’existe pas dans HTTP"],
  [999, "", "n’existe pas dans HTTP"],
  [599, "", "le récepteur a échoué"],
])("HTTP %i (%j) se comprend", async (status, headers, words) => {
  const result = await attempt(`HTTP/1.1 ${status} X\r\n${headers}Content-Length: 0\r\n\r\n`);
  expect(result.status).toBe(status);
  expect(result.message?.replaceAll("\u00a0", " ")).toContain(words);
});

test.each([
  ["Retry-After: 30\r\n", 30_000],
  ["Retry-After: 30\r\nRetry-After: 30\r\n", 30_000],
  ["Retry-After: 30\r\nX-A: b\r\nretry-after: 30\r\n", 30_000],
  ["Retry-After: 30\r\nRetry-After: 40\r\n", 0],
  ["Retry-After: 3600.5\r\n", 0],
  ["Retry-After: -40\r\n", 0],
  ["Retry-After: in 40\r\n", 0],
  ["Retry-After: Fri, 31 Feb 2500 08:49:37 GMT\r\n", 0],
  ["Retry-After: Sat, 01 Jan 2500 00:00:00 GMT\r\n", 0],
  ["Retry-After: Fri, 01 Jan 2500 00:00:00 GMT\r\n", 86_400_000],
  ["Retry-After: Fri, 01 Jan 2500 00:00:00 GMT\r\nRetry-After: Fri, 01 Jan 2500 00:00:00 GMT\r\n", 86_400_000],
])("un 503 avec %j fait attendre %i ms", async (headers, waitMs) => {
  const result = await attempt(`HTTP/1.1 503 X\r\n${headers}Content-Length: 0\r\n\r\n`);
  expect(result).toMatchObject({ status: 503, retryAfterMs: waitMs });
});

test("une adresse de redirection se lit en UTF-8, sinon en latin-1", async () => {
  for (const encoding of ["utf8", "latin1"] as const) {
    const answer = Buffer.from("HTTP/1.1 307 X\r\nLocation: /dépôt/œuvre\r\nContent-Length: 0\r\n\r\n", encoding);
    const { headers } = await attempt(answer);
    expect(headers?.location).toBe(encoding === "utf8" ? "/dépôt/œuvre" : "/dépôt/\x53uvre");
  }
});

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const sentence = "Clé périmée\u00a0!";
const json = JSON.stringify({ message: sentence });
test.each<[string, Buffer]>([
  ["application/json", Buffer.from(json)],
  ["application/json; charset=utf-8", Buffer.from(json)],
  ["application/json; charset=utf-8", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(json)])],
  ["application/json; charset=iso-8859-1", Buffer.from(json, "latin1")],
  ["application/json; charset=ISO-8859-15", Buffer.from(json, "latin1")],
  ['application/json;charset="windows-1252"', Buffer.from(json, "latin1")],
  ["application/json; charset=iso-8859-1", Buffer.from(json)],
  ["application/json", Buffer.from(json, "latin1")],
  ["application/json; charset=inconnu", Buffer.from(json, "latin1")],
  ["application/json; charset=utf-8", Buffer.from(json, "latin1")],
  ["application/json; charset=utf-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, "utf16le")])],
  ["application/json; charset=utf-16", utf16be(`\ufeff${json}`)],
  ["application/json; charset=utf-16", utf16be(json)],
  ["application/json; charset=utf-16le", Buffer.from(json, "utf16le")],
  ["application/json", Buffer.from(json, "utf16le")],
])("ce que le récepteur dit se lit : %s (%#)", async (type, body) => {
  const head = `HTTP/1.1 422 X\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`;
  const result = await attempt(Buffer.concat([Buffer.from(head), body]));
  expect(result.message).toContain(`Il dit\u202f: «\u00a0${sentence}\u00a0»`);
  expect(result.body?.toString()).toBe(json);
});

test("un secret renvoyé dans une autre écriture reste masqué", async () => {
  const body = Buffer.from(`reçu ${secret.text}`, "utf16le");
  const head = `HTTP/1.1 422 X\r\nContent-Type: text/plain; charset=utf-16le\r\nContent-Length: ${body.length}\r\n\r\n`;
  expect((await attempt(Buffer.concat([Buffer.from(head), body]))).body?.toString()).toBe("reçu ••••••••");
});

test("un corps plus long que la limite est coupé entre deux caractères, et un corps compressé reste tel quel", async () => {
  const long = Buffer.alloc(60_000, "é", "latin1");
  const head = (extra: string, { length }: Buffer) => Buffer.from(`${ok}${extra}Content-Length: ${length}\r\n\r\n`);
  const latin = await attempt(Buffer.concat([head("Content-Type: text/plain; charset=latin1\r\n", long), long]));
  expect(latin).toMatchObject({ truncated: true });
  expect(latin.body?.toString()).toBe("é".repeat(32_768));
  const even = Buffer.from("x".repeat(65_535) + "é".repeat(20));
  const cut = await attempt(Buffer.concat([head("", even), even]));
  expect(cut.body?.toString()).toBe("x".repeat(65_535));
  const zipped = gzipSync(Buffer.from(json, "latin1"));
  const kept = await attempt(Buffer.concat([head("Content-Encoding: gzip\r\n", zipped), zipped]));
  expect(kept.body?.equals(zipped)).toBe(true);
});
