import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnthropic } from "@ai-sdk/anthropic";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { replay } from "#testing/model/recorded.ts";
import { closeServer, listen, readBody } from "#testing/servers/loopback.ts";
import { askModel } from "../ask.ts";
import { recordExchanges } from "./record-exchange.ts";
import { bytesOf, RecordedExchange } from "./recorded-exchange.ts";

const key = "une-cle-tout-a-fait-ordinaire-42";
let handle: (request: IncomingMessage, response: ServerResponse) => unknown;
let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    await readBody(request);
    await handle(request, response);
  });
  base = `http://127.0.0.1:${await listen(server)}`;
});
afterAll(() => closeServer(server));

const kept: RecordedExchange[] = [];
beforeEach(() => kept.splice(0));
const send = recordExchanges(fetch, (exchange) => kept.push(RecordedExchange.parse(exchange)));

async function exchange(init: RequestInit & { path?: string } = {}) {
  const { path: at = "/v1/chat/completions", ...rest } = init;
  const answer = await send(`${base}${at}`, { method: "POST", body: '{"messages": []}', ...rest })
    .then((response) => response.text())
    .catch((error: unknown) => error);
  const [recording] = kept;
  if (!recording) throw new Error("rien d’enregistré");
  return { answer, recording, whole: JSON.stringify(recording) };
}

const piecesOf = ({ response }: RecordedExchange) => Buffer.concat((response?.chunks ?? []).map(bytesOf));

test.each([
  ["OpenAI, Mistral et les serveurs compatibles", { headers: { authorization: `Bearer ${key}` } }],
  ["Anthropic", { headers: { "x-api-key": key, "anthropic-version": "2023-06-01" } }],
  ["Google", { headers: { "x-goog-api-key": key }, path: "/v1beta/models/g:streamGenerateContent?alt=sse" }],
  ["Google, la clé dans l’adresse", { path: `/v1beta/models/g:generate?key=${key}&alt=sse` }],
  ["un mandataire à jeton", { headers: { "cf-access-client-secret": key, cookie: `session=${key}` } }],
])("la clé de %s n’est nulle part, même rendue en morceaux par le serveur", async (_name, init) => {
  handle = async (_request, response) => {
    response.writeHead(401, { "content-type": "application/json", "set-cookie": `s=${key}`, "retry-after": "7" });
    response.write(`{"error": "Incorrect API key: ${key.slice(0, 11)}`);
    await sleep(30);
    response.end(`${key.slice(11)}", "again": "sk-proj-abcdef0123456789"}`);
  };
  const { answer, recording, whole } = await exchange({ ...init, body: JSON.stringify({ prompt: `x ${key} y` }) });
  expect(answer).toContain(key);
  expect(whole).not.toContain(key);
  expect(whole).not.toContain(key.slice(0, 11));
  expect(whole).not.toContain(key.slice(11));
  expect(whole).not.toContain("abcdef0123456789");
  expect(recording.request.body).toEqual({ prompt: `x ${"*".repeat(key.length)} y` });
  expect(recording.response).toMatchObject({
    status: 401,
    headers: { "content-type": "application/json", "retry-after": "7" },
  });
  expect(piecesOf(recording)).toHaveLength(Buffer.byteLength(String(answer)));
});

test("la clé d’une variable d’environnement est reconnue même quand ce n’est pas elle qui est envoyée", async () => {
  vi.stubEnv("MISTRAL_API_KEY", "cle-d-un-autre-fournisseur");
  handle = (_request, response) => response.end("vu : cle-d-un-autre-fournisseur");
  const { whole } = await exchange();
  vi.unstubAllEnvs();
  expect(whole).not.toContain("cle-d-un-autre");
});

test("ce qui n’est pas un secret reste tel quel : un plan, un texte, des points clés", async () => {
  const body = JSON.stringify({ key_points: ["token_budget", "le secret=celui du pain"], title: "Le bearer de pain" });
  handle = (_request, response) => response.end(body);
  const { recording } = await exchange({ headers: { authorization: `Bearer ${key}` } });
  expect(piecesOf(recording).toString()).toBe(body);
});

test("les morceaux gardent leurs octets et leurs temps, même coupés au milieu d’une lettre", async () => {
  const bytes = Buffer.from("data: été\r\n\r\n");
  handle = async (_request, response) => {
    response.write(bytes.subarray(0, 7));
    await sleep(120);
    response.write(bytes.subarray(7));
    response.end();
  };
  const { recording } = await exchange();
  const [first, second] = recording.response?.chunks ?? [];
  expect(first).toHaveProperty("base64");
  expect((second?.at_ms ?? 0) - (first?.at_ms ?? 0)).toBeGreaterThan(60);
  expect(piecesOf(recording)).toEqual(bytes);
  expect(recording.end).toBe("complete");
});

test.each([
  [
    "coupée par le serveur",
    "cut",
    (response: ServerResponse) => {
      response.write("data: un");
      setTimeout(() => response.destroy(), 30);
    },
  ],
  ["jamais venue", "unanswered", (response: ServerResponse) => response.destroy()],
])("une réponse %s est enregistrée comme telle, et rejouée de même", async (_name, end, act) => {
  handle = (_request, response) => act(response);
  const { answer, recording } = await exchange();
  expect(recording.end).toBe(end);
  expect(answer).toBeInstanceOf(Error);
  kept.splice(0);
  handle = (_request, response) => replay(response, recording);
  const again = await exchange();
  expect(again.recording.end).toBe(end);
  expect(piecesOf(again.recording)).toEqual(piecesOf(recording));
});

test("une réponse que nous quittons s’arrête là", async () => {
  handle = (_request, response) => response.write("data: un\n\n");
  const left = new AbortController();
  const response = await send(base, { method: "POST", signal: left.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  left.abort();
  await expect(reader?.read()).rejects.toThrow();
  expect(kept[0]).toMatchObject({ end: "left", response: { chunks: [{ text: "data: un\n\n" }] } });
  kept.splice(0);
  const other = await send(base, { method: "POST" });
  await other.body?.cancel();
  expect(kept[0]?.end).toBe("left");
});

test("d’une réponse sans mesure, le début est gardé et le reste passe", async () => {
  const length = 6 * 1024 * 1024;
  handle = (_request, response) => response.end("a".repeat(length));
  const { answer, recording } = await exchange();
  expect(String(answer)).toHaveLength(length);
  expect(recording.truncated).toBe(true);
  expect(piecesOf(recording)).toHaveLength(4 * 1024 * 1024);
});

const events = [
  {
    type: "message_start",
    message: {
      id: "m",
      type: "message",
      role: "assistant",
      content: [],
      model: "c",
      usage: { input_tokens: 12, output_tokens: 1 },
    },
  },
  { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
  { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "Le pain lève, " } },
  { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "la pâte repose." } },
  { type: "content_block_stop", index: 0 },
  { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 9 } },
  { type: "message_stop" },
];

test("un échange d’Anthropic, dans ses propres formes, se rejoue et se lit comme la première fois", async () => {
  const ask = () =>
    askModel(
      createAnthropic({ baseURL: `${base}/v1`, apiKey: key, fetch: send })("claude-sonnet-4-5"),
      { context: { role: "chapter" }, system: "Tu écris.", prompt: "Le pain" } as Parameters<typeof askModel>[1],
      { id: "anthropic:claude-sonnet-4-5", signal: new AbortController().signal, maxOutputTokens: 100 },
    );
  handle = async (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const event of events) {
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
      await sleep(5);
    }
    response.end();
  };
  const first = await ask();
  const [recording] = kept;
  if (!recording) throw new Error("rien d’enregistré");
  expect(JSON.stringify(recording)).not.toContain(key);
  handle = (_request, response) => replay(response, recording, { paced: true });
  expect(await ask()).toEqual(first);
  expect(first.text).toBe("Le pain lève, la pâte repose.");
});
