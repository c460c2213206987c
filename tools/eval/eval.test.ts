import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startModelServer } from "#testing/model/server.ts";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const evaluate = (...args: string[]) => run(process.execPath, ["tools/eval.ts", ...args], { cwd: root });
const cells = (row: string | undefined) =>
  (row ?? "")
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

test("l’évaluation écrit de vrais livres avec le modèle de démonstration, et leurs fiches en un tableau", async () => {
  const { stdout } = await evaluate("--model", "demo", "--cases", "levain,deuil,bread", "--parallel", "2");
  const [title, , headings, , ...rows] = stdout.trim().split("\n");
  expect(title).toBe("# demo");
  expect(headings).toContain("| mots / budget | chapitres à ±10 % |");
  expect(rows).toHaveLength(3);
  const columns = cells(headings);
  for (const [index, id] of ["levain", "deuil"].entries()) {
    const row = Object.fromEntries(cells(rows[index]).map((cell, column) => [columns[column], cell]));
    expect(row).toMatchObject({
      cas: id,
      langue: "fr",
      "chapitres à ±10 %": "4 sur 4",
      redites: "0",
      issue: "terminé",
    });
    expect(row).toMatchObject({ "défauts de structure": "0", liens: "0", coût: "0,00\u00a0$US" });
    expect(row.durée).toMatch(/^\d+(,\d)? s$/);
    expect(row.tokens).toMatch(/^\d+\u202f\d{3}$/);
  }
  expect(rows[2]).toMatch(/^\| bread \| en \|.* Le modèle de démonstration n’écrit qu’en français\. \|$/);
});

test("le modèle demandé écrit seul, quels que soient ceux de la configuration pour chaque rôle", async () => {
  const asked = await startModelServer();
  const others = await startModelServer();
  // Un plan à corriger, pour que le relecteur soit appelé.
  asked.setScript(({ role }) => (role === "outline" ? { text: "Voici le plan." } : {}));
  const other = "openai:autre";
  const env = {
    ...process.env,
    RESEARCH: "off",
    OPENAI_COMPATIBLE_BASE_URL: asked.baseUrl,
    OPENAI_BASE_URL: others.baseUrl,
    OPENAI_API_KEY: "clé-de-test",
    BOOK_MODEL_OUTLINE: other,
    BOOK_MODEL_CHAPTER: other,
    BOOK_MODEL_REVIEW: other,
  };
  const { stdout } = await run(
    process.execPath,
    ["tools/eval.ts", "--model", "openai-compatible:demandé", "--cases", "levain"],
    { cwd: root, env },
  );
  await Promise.all([asked.close(), others.close()]);
  expect(stdout).toMatch(/^# openai-compatible:demandé\n/);
  expect(stdout).toMatch(/^\| levain \|.* terminé \|$/m);
  expect(new Set(asked.journal.map(({ role }) => role))).toEqual(new Set(["outline", "chapter", "review"]));
  expect(others.journal).toEqual([]);
});

test("un cas inconnu se dit en une phrase, avec ceux qui existent", async () => {
  await expect(evaluate("--cases", "absent")).rejects.toMatchObject({
    stderr: expect.stringMatching(/^❌ Cas inconnu : absent\. Les cas : phares, levain/),
  });
});
