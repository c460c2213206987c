import { expect, test } from "@playwright/test";
import { LiveText } from "../lib/contract/live.ts";
import { appsOfEachTest } from "./fixtures/apps.ts";
import { startModelServer } from "./fixtures/model-server.ts";
import { freshDatabase, stopPostgres } from "./fixtures/postgres.ts";

const start = appsOfEachTest();
test.afterAll(() => stopPostgres());

const drip = { chars: 12, everyMs: 60 };

async function createBook(url: string): Promise<string> {
  const body = JSON.stringify({ topic: "Les phares", goal: "Les comprendre", chapters: 2, words_per_chapter: 400 });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/api/books/create`, { method: "POST", headers, body });
  return (await response.json()).job_id;
}

test("un livre écrit par une instance se lit en direct depuis une autre", async () => {
  const database = await freshDatabase();
  const model = await startModelServer({ script: ({ role }) => (role === "chapter" ? { drip } : undefined) });
  const env = {
    BOOK_MODEL: "openai-compatible:essai",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    DATABASE_URL: database.url,
  };
  const [one, other] = [await start({ env }), await start({ env })];
  const job = await createBook(one.url);
  for (const app of [one, other]) {
    const response = await fetch(`${app.url}/api/jobs/${job}/live`);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    let heard = "";
    let length = 0;
    for await (const chunk of response.body ?? []) {
      heard += new TextDecoder().decode(chunk as Uint8Array);
      const texts = [...heard.matchAll(/^event: text\n.*\ndata: (.*)\n/gm)].map(([, data = ""]) =>
        LiveText.parse(JSON.parse(data)),
      );
      length = texts.reduce((sum, { text }) => sum + text.length, 0);
      if (length > 300) break;
    }
    expect(length).toBeGreaterThan(300);
  }
  await model.close();
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});
