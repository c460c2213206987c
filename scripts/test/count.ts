import { readFileSync } from "node:fs";

export type Count = { passed: number; failed: number };

type Outcome = { passed: string[]; failed: string[]; skipped: string[] };
type VitestReport = {
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
};

/** Every test of Vitest's JSON report by its file and name. @param ok how the run itself ended */
export function readVitest(file: string, ok: boolean): Outcome {
  const outcome: Outcome = { passed: [], failed: [], skipped: [] };
  try {
    const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
    for (const { name, status, assertionResults } of report.testResults) {
      if (status === "failed" && assertionResults.every((test) => test.status !== "failed")) outcome.failed.push(name);
      for (const test of assertionResults) {
        const list = test.status === "passed" || test.status === "failed" ? outcome[test.status] : outcome.skipped;
        list.push(`${name} › ${test.fullName}`);
      }
    }
  } catch {
    outcome.failed.push("pas de rapport");
  }
  if (!ok && outcome.failed.length === 0) outcome.failed.push("hors de tout test");
  return outcome;
}

/** The tests that no run has run: some need a database server, none may be left out everywhere. */
export function leftOut(outcomes: Outcome[]): string[] {
  const ran = new Set(outcomes.flatMap(({ passed, failed }) => [...passed, ...failed]));
  return [...new Set(outcomes.flatMap(({ skipped }) => skipped))].filter((test) => !ran.has(test));
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** Sums Playwright's JSON report; a test skipped or saved by a retry counts as failed. @param ok how the run itself ended */
export function countPlaywright(file: string, ok: boolean): Count {
  try {
    const { stats }: PlaywrightReport = JSON.parse(readFileSync(file, "utf8"));
    const failed = stats.unexpected + stats.flaky + stats.skipped;
    return { passed: stats.expected, failed: failed === 0 && !ok ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
