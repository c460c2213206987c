import path from "node:path";
import { beginning, type Outcome, readReport } from "./count.ts";

type PlaywrightTest = {
  status: "expected" | "unexpected" | "flaky" | "skipped";
  results: { duration: number; errors?: { message?: string; location?: { file: string; line: number } }[] }[];
};
type PlaywrightSuite = {
  specs?: { file: string; title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
};

const specsOf = ({ specs = [], suites = [] }: PlaywrightSuite): NonNullable<PlaywrightSuite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf),
];

function collect(report: unknown, outcome: Outcome) {
  const seconds = new Map<string, number>();
  for (const spec of specsOf(report as PlaywrightSuite))
    for (const { status, results } of spec.tests) {
      const name = `${spec.file} › ${spec.title}`;
      const taken = results.reduce((sum, { duration }) => sum + duration / 1000, 0);
      seconds.set(spec.file, (seconds.get(spec.file) ?? 0) + taken);
      const errors = results.flatMap((result) => result.errors ?? []);
      const said = errors.flatMap(({ message = "", location }) => [
        ...(location ? [`${location.file}:${location.line}`] : []),
        message,
      ]);
      if (status === "expected") outcome.passed.push(name);
      else outcome.failed.push({ name, ...beginning(said) });
    }
  for (const [file, taken] of seconds) outcome.files.push({ file: path.resolve("e2e", file), seconds: taken });
}

/** Every test of Playwright's JSON report; one skipped or saved by a retry counts as failed. @param ok how the run itself ended */
export const readPlaywright = (file: string, ok: boolean): Outcome => readReport(file, { ok, collect });
