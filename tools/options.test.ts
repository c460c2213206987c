import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

function run(command: string, ...args: string[]) {
  const options = { cwd: root, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${command}.ts`, ...args], options);
  return { status, stdout, stderr };
}

test.each([
  ["bench", ["long"]],
  ["chaos", ["--kills", "--seed", "--embedded"]],
  ["eval", ["--model", "--cases", "--parallel", "--out"]],
  ["fuzz", ["--requests", "--seed", "--siege"]],
  ["prices", ["--from"]],
])("npm run %s dit ce qu’il sait faire, et refuse en une phrase ce qu’il ne connaît pas", (command, known) => {
  const help = run(command, "--help");
  expect(help).toMatchObject({ status: 0, stderr: "" });
  for (const option of known) expect(help.stdout).toMatch(new RegExp(`^  ${option}\\b.*\\S`, "m"));
  const refusal = run(command, "--inconnue");
  expect(refusal).toEqual({
    status: 1,
    stdout: "",
    stderr: "❌ Option inconnue : --inconnue. `--help` dit lesquelles existent.\n",
  });
});

test.each([
  ["chaos", ["--kills"], "--kills attend une valeur."],
  ["chaos", ["--kills", "dix"], "--kills attend un nombre entier d’au moins 1, pas « dix »."],
  ["chaos", ["--embedded=oui"], "--embedded n’attend pas de valeur."],
  ["chaos", ["cent"], "Argument inattendu : cent. `--help` dit lesquelles existent."],
  ["bench", ["longue"], "Mesure inconnue : longue. La seule qui se demande à part est « long »."],
])("npm run %s refuse %j", (command, args, sentence) => {
  expect(run(command, ...args)).toEqual({ status: 1, stdout: "", stderr: `❌ ${sentence}\n` });
});
