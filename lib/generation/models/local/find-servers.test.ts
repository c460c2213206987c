import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startClock } from "#testing/harness/clock.ts";
import { closeServer, listen } from "#testing/servers/loopback.ts";
import { setClock } from "../../../clock.ts";
import { parseEnv, reloadEnv } from "../../../env.ts";
import { findLocalServers } from "./find-servers.ts";
import { localBaseUrl, localKinds, rootOf } from "./kinds.ts";

const servers: Server[] = [];
const variables = Object.values(localKinds).map(({ address }) => address);
const time = startClock();
setClock(time.clock);

beforeEach(async () => {
  // Nothing answers at the usual ports, whatever runs on this machine.
  for (const name of variables) process.env[name] = "http://127.0.0.1:1";
  reloadEnv();
});
afterEach(async () => {
  for (const name of variables) delete process.env[name];
  delete process.env.ENVIRONMENT;
  reloadEnv();
  await Promise.all(servers.splice(0).map(closeServer));
});

type Variable = (typeof variables)[number];
async function serve(variable: Variable, answer: RequestListener): Promise<IncomingMessage[]> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  servers.push(server);
  process.env[variable] = `http://127.0.0.1:${await listen(server)}`;
  reloadEnv();
  return requests;
}

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
const list = (...data: object[]) => ({ object: "list", data: data.map((one) => ({ object: "model", ...one })) });

test("les modèles des quatre serveurs sont trouvés, par une demande sans clé à chacun, gardée trente secondes", async () => {
  const tags = [
    { name: "qwen3:8b", model: "qwen3:8b", size: 5_000_000_000, details: { family: "qwen3", format: "gguf" } },
    { name: "tout-petit:latest", model: "tout-petit:latest", details: { family: "nomic-bert" } },
  ];
  const asked = [
    await serve("OLLAMA_BASE_URL", json({ models: tags })),
    await serve(
      "LMSTUDIO_BASE_URL",
      json(
        list(
          { id: "qwen2.5-7b-instruct", type: "llm", state: "loaded", loaded_context_length: 8192 },
          { id: "gemma-3-4b", type: "vlm", state: "not-loaded", max_context_length: 131_072 },
          { id: "nomic", type: "embeddings", state: "not-loaded" },
        ),
      ),
    ),
    await serve(
      "LLAMACPP_BASE_URL",
      json({ models: [{ name: "qwen-0.5b" }], ...list({ id: "qwen-0.5b", meta: { n_ctx: 4096 } }) }),
    ),
    await serve("VLLM_BASE_URL", json(list({ id: "mistralai/Mistral-7B", owned_by: "vllm", max_model_len: 32_768 }))),
  ];
  const found = await findLocalServers();
  expect(found.map(({ kind, models }) => [kind, models])).toEqual([
    ["ollama", [{ name: "qwen3:8b" }]],
    ["lmstudio", [{ name: "qwen2.5-7b-instruct", contextTokens: 8192 }, { name: "gemma-3-4b" }]],
    ["llamacpp", [{ name: "qwen-0.5b", contextTokens: 4096 }]],
    ["vllm", [{ name: "mistralai/Mistral-7B", contextTokens: 32_768 }]],
  ]);
  expect(found[0]?.baseUrl).toBe(`${process.env.OLLAMA_BASE_URL}/v1`);
  await time.moveTo(new Date(time.clock.now() + 20_000));
  await Promise.all([findLocalServers(), findLocalServers()]);
  expect(asked.map((requests) => requests.map(({ url }) => url))).toEqual([
    ["/api/tags"],
    ["/api/v0/models"],
    ["/v1/models"],
    ["/v1/models"],
  ]);
  expect(asked.flat().filter(({ method, headers }) => method !== "GET" || headers.authorization)).toEqual([]);
  await time.moveTo(new Date(time.clock.now() + 15_000));
  await Promise.all([findLocalServers(), findLocalServers()]);
  expect(asked.map((requests) => requests.length)).toEqual([2, 2, 2, 2]);
});

const endless: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const chunk = `${" ".repeat(65_536)}`;
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
};
const dripping: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 100);
  response.on("close", () => clearInterval(timer));
};

test.each<[string, RequestListener]>([
  ["une page HTML", (_request, response) => response.end("<!doctype html><title>Sorami</title>")],
  ["une page d’erreur", (_request, response) => response.writeHead(404).end("Not found")],
  ["une redirection", (_request, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end()],
  ["un autre JSON", json({ status: "ok", data: [{ id: "1" }] })],
  ["un tableau", json([{ id: "qwen" }])],
  ["des clients, pas des modèles", json({ object: "list", data: [{ id: "cus_1", object: "customer" }] })],
  ["null", json(null)],
  ["une erreur en JSON, sous 200", json({ error: "Unexpected endpoint or method. (GET /api/v0/models)" })],
  ["une clé demandée", json(list({ id: "secret" }), 401)],
  ["rien, jamais", () => {}],
  ["un corps sans fin", endless],
  ["un octet de temps en temps", dripping],
  ["une connexion coupée", (request) => request.socket.destroy()],
])("ce qui n’est pas un serveur de modèles ne gêne pas les autres : %s", async (_name, answer) => {
  await serve("VLLM_BASE_URL", answer);
  await serve("LMSTUDIO_BASE_URL", answer);
  await serve("OLLAMA_BASE_URL", answer);
  await serve("LLAMACPP_BASE_URL", json(list({ id: "qwen-0.5b" })));
  const began = performance.now();
  expect((await findLocalServers()).map(({ kind }) => kind)).toEqual(["llamacpp"]);
  expect(performance.now() - began).toBeLessThan(4000);
});

test("les noms démesurés et les listes sans fin sont bornés", async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ id: `modele-${index}` }));
  await serve("VLLM_BASE_URL", json(list({ id: "x".repeat(5000) }, ...many)));
  const [server] = await findLocalServers();
  expect(server?.models).toHaveLength(200);
  expect(server?.models[0]).toEqual({ name: "modele-0" });
});

test("en production, seul un serveur dont l’adresse est donnée est interrogé, à moins qu’on le demande", async () => {
  const asked = await serve("VLLM_BASE_URL", json(list({ id: "a" })));
  const usual = await serve("LLAMACPP_BASE_URL", json(list({ id: "b" })));
  const address = process.env.LLAMACPP_BASE_URL;
  delete process.env.LLAMACPP_BASE_URL;
  process.env.ENVIRONMENT = "production";
  reloadEnv();
  expect((await findLocalServers()).map(({ kind }) => kind)).toEqual(["vllm"]);
  expect([asked.length, usual.length]).toEqual([1, 0]);
  process.env.LLAMACPP_BASE_URL = address;
  reloadEnv();
  expect((await findLocalServers(true)).map(({ kind }) => kind)).toEqual(["llamacpp", "vllm"]);
});

test("sans variable, ce sont les ports habituels de cette machine ; une adresse se donne avec ou sans /v1", () => {
  for (const name of variables) delete process.env[name];
  reloadEnv();
  expect(Object.keys(localKinds).map((kind) => localBaseUrl(kind as keyof typeof localKinds))).toEqual([
    "http://127.0.0.1:11434/v1",
    "http://127.0.0.1:1234/v1",
    "http://127.0.0.1:8080/v1",
    "http://127.0.0.1:8000/v1",
  ]);
  for (const address of ["http://a:1", "http://a:1/", "http://a:1/v1", "http://a:1/v1/", "http://a:1/api"])
    expect(rootOf(address)).toBe("http://a:1");
  expect(() => parseEnv({ OLLAMA_BASE_URL: "localhost:11434" })).toThrow("OLLAMA_BASE_URL");
});
