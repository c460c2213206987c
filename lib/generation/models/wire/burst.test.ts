import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { closeServer, listen } from "#testing/servers/loopback.ts";
import { reloadEnv } from "../../../env.ts";
import { askModel } from "../ask.ts";
import { languageModel } from "../resolve.ts";

const tokens = 2000;
const event = (said: object) => `data: ${JSON.stringify(said)}\n\n`;
const choice = (fields: object) => event({ id: "x", model: "m", choices: [{ index: 0, ...fields }] });
const text = (content: string) => choice({ delta: { content } });
const thought = (reasoning_content: string) => choice({ delta: { reasoning_content } });
const stop = `${choice({ delta: {}, finish_reason: "stop" })}data: [DONE]\n\n`;
const fault = event({ error: { message: "panne", code: 503 } });
const usage = event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 9 } });

let answer = "";
const server = createServer((_request, response) =>
  response.writeHead(200, { "Content-Type": "text/event-stream" }).end(answer),
);
beforeAll(async () => {
  const port = await listen(server);
  vi.stubEnv("OPENAI_COMPATIBLE_API_KEY", "sk-x");
  vi.stubEnv("OPENAI_COMPATIBLE_BASE_URL", `http://127.0.0.1:${port}`);
  reloadEnv();
});
afterAll(() => closeServer(server));

/** The processor time of this thread, in milliseconds. */
const usedMs = () => process.threadCpuUsage().user / 1000;

async function ask(options: { onText?: (soFar: string) => void; onUsage?: (usage: object) => void } = {}) {
  const context = { role: "chapter" as const, request: { topic: "", goal: "", words: 1 } };
  const question = { context, system: "s", prompt: "p" };
  const model = await languageModel("openai-compatible:m");
  return askModel(model, question, { ...options, id: "openai-compatible:m", signal: new AbortController().signal });
}

test("huit réponses arrivées chacune d’un bloc ne retiennent pas la boucle d’événements", async () => {
  // Words that differ: the same ones again and again would be cut off.
  const words = Array.from(
    { length: tokens },
    (_, index) => ` ${String(index).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")}`,
  );
  answer = words.map(text).join("") + stop;
  await ask();
  const before = usedMs();
  const blocking = watchEventLoopBlocking();
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
  const longestMs = blocking.stop();
  expect(answers.map(({ text }) => text)).toEqual(Array(8).fill(words.join("")));
  // One answer is an eighth of the work. The bound is a share of it: what a processor does in a time varies twofold.
  expect(longestMs).toBeLessThan((usedMs() - before) / 4);
});

test("d’un bloc, les mots restent dans leur ordre, et les pensées n’en sont pas", async () => {
  const usages: object[] = [];
  answer = [
    thought("je "),
    thought("pense"),
    text("Un "),
    text("deux "),
    thought("non"),
    text("trois."),
    usage,
    stop,
  ].join("");
  expect((await ask({ onUsage: (one) => usages.push(one) })).text).toBe("Un deux trois.");
  expect(usages).toMatchObject([{ input: 7, output: 9 }]);
});

test.each([
  ["une panne", fault],
  ["un événement cassé", 'data: {"choices":[{"delta"\n\n'],
])("d’un bloc, le texte qui précède %s est montré avant que la réponse échoue", async (_what, end) => {
  const shown: string[] = [];
  answer = text("Un ") + text("deux") + end + text(" trois") + stop;
  await expect(ask({ onText: (soFar) => shown.push(soFar) })).rejects.toThrow();
  expect(shown.at(-1)).toBe("Un deux");
});
