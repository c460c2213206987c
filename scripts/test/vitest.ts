import { beginning, type Outcome, readReport } from "./count.ts";

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    startTime: number;
    endTime: number;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
};

function collect(report: unknown, outcome: Outcome) {
  for (const { name: file, status, message, assertionResults, ...times } of (report as VitestReport).testResults) {
    outcome.files.push({ file, seconds: (times.endTime - times.startTime) / 1000 });
    if (status === "failed" && assertionResults.every((test) => test.status !== "failed"))
      outcome.failed.push({ name: file, ...beginning([message]) });
    for (const { fullName, status: outcomeOf, failureMessages } of assertionResults) {
      const name = `${file} › ${fullName}`;
      if (outcomeOf === "failed") outcome.failed.push({ name, ...beginning(failureMessages ?? []) });
      else outcome[outcomeOf === "passed" ? "passed" : "skipped"].push(name);
    }
  }
}

/** Every test of Vitest's JSON report by its file and name. @param ok how the run itself ended */
export const readVitest = (file: string, ok: boolean): Outcome => readReport(file, { ok, collect });
