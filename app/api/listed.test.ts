import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

const app = path.join(import.meta.dirname, "..");
const shape = (address: string) => address.replace(/\[[^\]]*\]|\{[^}]*\}/g, "*");

test("docs/api.md nomme chaque adresse, et aucune autre", async () => {
  const doc = await readFile(path.join(app, "../docs/api.md"), "utf8");
  const routes: string[] = [];
  for await (const file of glob("**/route.ts", { cwd: app })) {
    const address = shape(`/${path.dirname(file)}`);
    // What has no address of its own answers in place of what does not exist.
    if (!file.includes("[[...")) routes.push(address);
  }
  const rows = doc.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows.map((row) => row.split("|")[1] ?? "");
  const listed = cells.flatMap((cell) => [...cell.matchAll(/(?:\/[\w{}-]+)+/g)].map(([address]) => shape(address)));
  expect([...new Set(listed)].sort()).toEqual(routes.sort());
});
