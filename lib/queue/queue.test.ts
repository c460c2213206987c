import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { transaction } from "../database/client.ts";
import { boss } from "./boss.ts";
import { ClaimLost, completeEntry, enqueue } from "./enqueue.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const data = { jobId: "j", run: 1 };

test("ce qui est annulé n’est pas mis en file", async () => {
  const failed = transaction(async (tx) => {
    await enqueue(tx, "research", data);
    throw new Error("annulé");
  });
  await expect(failed).rejects.toThrow("annulé");
  expect(await (await boss()).fetch("research")).toEqual([]);
});

test("une tâche n’est réglée qu’une fois, par celui qui la tient", async () => {
  const queue = await boss();
  await transaction((tx) => enqueue(tx, "outline", data));
  const [job] = await queue.fetch("outline", { includeMetadata: true });
  if (!job) throw new Error("rien à prendre");
  await transaction((tx) => completeEntry(tx, "outline", job));
  await expect(transaction((tx) => completeEntry(tx, "outline", job))).rejects.toThrow(ClaimLost);
});
