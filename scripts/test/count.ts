import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export type Count = { passed: number; failed: number };

/** A test that failed, or what stood in for it, and the beginning of what it said. */
export type Failed = { name: string; reason?: string };
type Outcome = { passed: string[]; failed: Failed[]; skipped: string[] };
type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
};

const reasonLines = 12;

/** The first lines of what went wrong, as they stand in a terminal, without the modules it went through. */
export function beginning(messages: string[]): { reason?: string } {
  const lines = messages.flatMap((message) => stripVTControlCharacters(message).split("\n"));
  const told = lines.filter((line) => line.trim() !== "" && !/node_modules|node:internal|<anonymous>/.test(line));
  return told.length > 0 ? { reason: told.slice(0, reasonLines).join("\n") } : {};
}

/** Every test of Vitest's JSON report by its file and name. @param ok how the run itself ended */
export function readVitest(file: string, ok: boolean): Outcome {
  const outcome: Outcome = { passed: [], failed: [], skipped: [] };
  try {
    const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
    for (const { name: file, status, message, assertionResults } of report.testResults) {
      if (status === "failed" && assertionResults.every((test) => test.status !== "failed"))
        outcome.failed.push({ name: file, ...beginning([message]) });
      for (const { fullName, status: outcomeOf, failureMessages } of assertionResults) {
        const name = `${file} › ${fullName}`;
        if (outcomeOf === "failed") outcome.failed.push({ name, ...beginning(failureMessages ?? []) });
        else outcome[outcomeOf === "passed" ? "passed" : "skipped"].push(name);
      }
    }
  } catch {
    outcome.failed.push({ name: "pas de rapport" });
  }
  if (!ok && outcome.failed.length === 0) outcome.failed.push({ name: "hors de tout test" });
  return outcome;
}

/** The tests that no run has run: some need a database server, none may be left out everywhere. */
export function leftOut(outcomes: Outcome[]): string[] {
  const ran = new Set(outcomes.flatMap(({ passed, failed }) => [...passed, ...failed.map(({ name }) => name)]));
  return [...new Set(outcomes.flatMap(({ skipped }) => skipped))].filter((test) => !ran.has(test));
}

type PlaywrightTest = {
  status: "expected" | "unexpected" | "flaky" | "skipped";
  results: { errors?: { message?: string; location?: { file: string; line: number } }[] }[];
};
type PlaywrightSuite = {
  specs?: { file: string; title: string; tests: PlaywrightTest[] }[];
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
      for (const { status, results } of spec.tests) {
        const name = `${spec.file} › ${spec.title}`;
        const errors = results.flatMap((result) => result.errors ?? []);
        const said = errors.flatMap(({ message = "", location }) => [
          ...(location ? [`${location.file}:${location.line}`] : []),
          message,
        ]);
        if (status === "expected") outcome.passed.push(name);
        else outcome.failed.push({ name, ...beginning(said) });
      }
  } catch {
    outcome.failed.push({ name: "pas de rapport" });
  }
  if (!ok && outcome.failed.length === 0) outcome.failed.push({ name: "hors de tout test" });
  return outcome;
}
