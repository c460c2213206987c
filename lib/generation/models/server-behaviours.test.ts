import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { serverBehaviours } from "#testing/model/server-behaviours.ts";
import { reloadEnv } from "../../env.ts";
import { Failure } from "../failure.ts";
import { OutlineShape } from "../outline/answer.ts";
import { askModel, type Question } from "./ask.ts";
import { languageModel } from "./resolve.ts";

const doc = path.join(import.meta.dirname, "../../../docs/servers.md");

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  Object.assign(process.env, { OPENAI_COMPATIBLE_BASE_URL: server.baseUrl });
  reloadEnv();
});
afterAll(() => server.close());

const id = "openai-compatible:fake";
const answer = '{"title":"Le pain","chapters":[{"title":"La farine"}]}';
const question: Question = {
  context: { role: "outline", request: { topic: "Le pain", goal: "En faire", words: 300 } },
  system: "Tu es architecte.",
  prompt: "Sujet : le pain",
  shape: OutlineShape,
};

async function outcomeOf({ script }: (typeof serverBehaviours)[number]) {
  server.journal.length = 0;
  server.setScript(script(answer));
  const options = { id, signal: new AbortController().signal, maxOutputTokens: 9000 };
  const outcome = await askModel(await languageModel(id), question, options).catch((error: Error) => error);
  if (!(outcome instanceof Failure)) {
    if (outcome instanceof Error || outcome.text !== answer)
      return { row: `EST MAL COMPRISE : ${JSON.stringify(outcome)}`, code: "wrong" };
    const times = server.journal.length - 1;
    return { row: times === 0 ? "est comprise" : `est comprise, redemandée ${times} fois` };
  }
  return { row: `échoue : « ${outcome.message} »`, code: outcome.code };
}

const text = (rows: string[][]) => `# Ce que devient une demande quand un serveur de modèles n’en fait qu’à sa façon

Ce qu’un serveur refuse lui est redemandé autrement, aussitôt, et c’est retenu pour la suite ; ce qui ne peut aboutir se dit
en une phrase, avec ses propres mots. Ce tableau est celui du test \`lib/generation/models/server-behaviours.test.ts\`, qui
échoue s’il ne dit plus vrai ; pour l’écrire de nouveau :
\`WRITE_DOCS=1 npx vitest run lib/generation/models/server-behaviours.test.ts\`. Ce que devient un livre quand c’est le modèle
qui se conduit mal : [misbehaviours.md](misbehaviours.md).

| un serveur qui… | la demande… |
| --- | --- |
${rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n")}
`;
const unformatted = (markdown: string) => markdown.replace(/-{3,}/g, "---").replace(/ +/g, " ");

test("une demande est comprise, ou échoue par la bonne raison, quoi que fasse le serveur", async () => {
  const rows: string[][] = [];
  const wrong: string[] = [];
  for (const behaviour of serverBehaviours) {
    const { row, code } = await outcomeOf(behaviour);
    rows.push([behaviour.name, row]);
    if (code !== behaviour.fails)
      wrong.push(`${behaviour.name} : ${row} (${code ?? ""} au lieu de ${behaviour.fails ?? "compris"})`);
  }
  console.info(rows.map((cells) => cells.join(" → ")).join("\n"));
  expect(wrong).toEqual([]);
  if (process.env.WRITE_DOCS) await writeFile(doc, text(rows));
  expect(unformatted(text(rows))).toBe(unformatted(await readFile(doc, "utf8")));
});
