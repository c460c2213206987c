import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import { isRefusal } from "#lib/generation/models/refusal.ts";
import { modelPairsFolder, readLongBooks } from "#testing/corpus/long-books.ts";
import { readInteger, readOptions } from "./options.ts";

const usage = `npm run pairs -- --url http://127.0.0.1:8080/v1 --model NOM [--from N] [--to N]

Demande à un modèle, sans Sorami, un texte sur le sujet de chaque chapitre publié du corpus, et range ces textes à côté :
un test compare ce que la fiche de qualité dit des uns et des autres.

  --url U     adresse d’un serveur compatible avec OpenAI
  --model M   modèle, tel que ce serveur le nomme
  --from N    premier livre, 1 par défaut
  --to N      dernier livre, tous par défaut
  --help      montre cette aide`;

const { values } = readOptions(usage, {
  url: { type: "string", default: "http://127.0.0.1:8080/v1" },
  model: { type: "string", default: "qwen-1.5b" },
  from: { type: "string", default: "1" },
  to: { type: "string", default: "100" },
});
const from = readInteger("--from", values.from, 1);
const to = readInteger("--to", values.to, from);

const words = 400;
const firstSentences = (text: string) =>
  text
    .replace(/^#.*\n+/, "")
    .slice(0, 400)
    .replace(/\s\S*$/, "");

async function ask(prompt: string, seed: number): Promise<string> {
  const response = await fetch(`${values.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      model: values.model,
      max_tokens: 2 * words,
      seed,
      messages: [
        { role: "system", content: "You are a writer. You answer with the text alone." },
        { role: "user", content: prompt },
      ],
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { choices } = (await response.json()) as { choices: { message: { content: string } }[] };
  return choices[0]?.message.content.trim() ?? "";
}

const maxRefusals = 3;
/** A small model refuses what it wrote a moment before. */
async function askForText(prompt: string, seed: number): Promise<string> {
  for (let refusals = 0; ; refusals++) {
    const text = await ask(prompt, seed + 1000 * refusals);
    if (!isRefusal(text) || refusals === maxRefusals) return text;
  }
}

await mkdir(modelPairsFolder, { recursive: true });
const books = await readLongBooks();
for (const [index, { title, author, language, chapters, file }] of books.entries()) {
  if (index + 1 < from || index + 1 > to) continue;
  const texts: string[] = [];
  for (const [at, chapter] of chapters.entries()) {
    const prompt = `Write a chapter of about ${words} words, “${chapter.title}”, for a book like “${title}” by ${author}, in your own words. It is about this:\n\n${firstSentences(chapter.text)}`;
    const text = await askForText(prompt, at + 1);
    texts.push(`# ${chapter.title}\n\n${text.replace(/^# .*\n+/, "").replace(/^# /gm, "## ")}`);
    console.info(`${title}, ${chapter.title} : ${text.split(/\s+/).length} mots`);
  }
  const front = {
    title,
    author: values.model,
    year: new Date().getFullYear(),
    language,
    origin: "tools/pairs.ts",
    licence: "CC0",
  };
  await writeFile(path.join(modelPairsFolder, file), `---\n${stringify(front)}---\n${texts.join("\n\n")}\n`);
}
