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

type PlaywrightSuite = {
  specs?: { file: string; title: string; tests: { status: "expected" | "unexpected" | "flaky" | "skipped" }[] }[];
  suites?: PlaywrightSuite[];
};

const specsOf = ({ specs = [], suites = [] }: PlaywrightSuite): NonNullable<PlaywrightSuite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** Every test of Playwright's JSON report; one skipped or saved by a retry counts as failed. @param ok how the run itself ended */
export function readPlaywright(file: string, ok: boolean): Omit<Outcome, "skipped"> {
  const outcome: Omit<Outcome, "skipped"> = { passed: [], failed: [] };
  try {
    for (const spec of specsOf(JSON.parse(readFileSync(file, "utf8"))))
      for (const { status } of spec.tests)
        outcome[status === "expected" ? "passed" : "failed"].push(`${spec.file} › ${spec.title}`);
  } catch {
    outcome.failed.push("pas de rapport");
  }
  if (!ok && outcome.failed.length === 0) outcome.failed.push("hors de tout test");
  return outcome;
}
