import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import { db } from "../database/client.ts";
import { getBookChapter } from "./contents.ts";
import { receive } from "./receive.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

test("le HTML d’un chapitre se fait à la première lecture et se garde, jusqu’à ce que son texte change", async () => {
  const chapters = [{ title: "Le sel", content: "# Le sel\n\nUn *mot*.<script>x</script>" }];
  await receive(webhookRequest(payload({}, { chapters })));
  const { id: versionId, bookId } = await db().bookVersion.findFirstOrThrow();
  const first = await getBookChapter(bookId, "1");
  expect(first).toMatchObject({ html: "<p>Un <em>mot</em>.x</p>", word_count: 5, content: chapters[0]?.content });
  const where = { versionId_position: { versionId, position: 1 } };
  await db().bookChapter.update({ where, data: { html: "<p>Gardé.</p>" } });
  expect((await getBookChapter(bookId, "1")).html).toBe("<p>Gardé.</p>");
  await db().bookChapter.update({ where, data: { content: "Un autre." } });
  expect(await getBookChapter(bookId, "1")).toMatchObject({ html: "<p>Un autre.</p>", word_count: 2 });
});
