import { readFileSync } from "node:fs";

export type Count = { passed: number; failed: number };

/** Nothing may be left out: a test that was skipped counts as failed, and so does a run that fails outside any test. */
function total(passed: number, failed: number, ok: boolean): Count {
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

type VitestReport = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Sums Vitest's JSON report. @param ok how the run itself ended */
export function countVitest(file: string, ok: boolean): Count {
  try {
    const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
    const broken = report.testResults.filter(
      (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
    );
    return total(report.numPassedTests, report.numTotalTests - report.numPassedTests + broken.length, ok);
  } catch {
    return { passed: 0, failed: 1 };
  }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** Sums Playwright's JSON report. @param ok how the run itself ended */
export function countPlaywright(file: string, ok: boolean): Count {
  try {
    const { stats }: PlaywrightReport = JSON.parse(readFileSync(file, "utf8"));
    return total(stats.expected, stats.unexpected + stats.flaky + stats.skipped, ok);
  } catch {
    return { passed: 0, failed: 1 };
  }
}
