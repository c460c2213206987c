import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export type Count = { passed: number; failed: number };

/** A test that failed, or what stood in for it, and the beginning of what it said. */
export type Failed = { name: string; reason?: string };

/** The time of a file, with all its tests and hooks. */
export type Timed = { file: string; seconds: number };

export type Outcome = { passed: string[]; failed: Failed[]; skipped: string[]; files: Timed[] };

const reasonLines = 12;

/** The first lines of what went wrong, as they stand in a terminal, without the modules it went through. */
export function beginning(messages: string[]): { reason?: string } {
  const lines = messages.flatMap((message) => stripVTControlCharacters(message).split("\n"));
  const told = lines.filter((line) => line.trim() !== "" && !/node_modules|node:internal|<anonymous>/.test(line));
  return told.length > 0 ? { reason: told.slice(0, reasonLines).join("\n") } : {};
}

/**
 * Reads a report of tests. One that is missing counts as a failure, and so does a run that failed though no test did.
 * @param ok how the run itself ended
 */
export function readReport(
  file: string,
  { ok, collect }: { ok: boolean; collect: (report: unknown, outcome: Outcome) => void },
): Outcome {
  const outcome: Outcome = { passed: [], failed: [], skipped: [], files: [] };
  try {
    collect(JSON.parse(readFileSync(file, "utf8")), outcome);
  } catch {
    outcome.failed.push({ name: "pas de rapport" });
  }
  if (!ok && outcome.failed.length === 0) outcome.failed.push({ name: "hors de tout test" });
  return outcome;
}

/** The tests, and the test files among `all`, that no run has run: some need a server, none may be left out everywhere. */
export function leftOut(outcomes: Outcome[], all: string[]): string[] {
  const ran = new Set(outcomes.flatMap(({ passed, failed }) => [...passed, ...failed.map(({ name }) => name)]));
  const skipped = new Set(outcomes.flatMap((outcome) => outcome.skipped));
  const files = new Set(outcomes.flatMap((outcome) => outcome.files.map(({ file }) => file)));
  return [...[...skipped].filter((test) => !ran.has(test)), ...all.filter((file) => !files.has(file))];
}

/** The slowest files of all runs, the slowest first. */
export const slowest = (outcomes: Outcome[], count: number): Timed[] =>
  outcomes
    .flatMap(({ files }) => files)
    .sort((left, right) => right.seconds - left.seconds)
    .slice(0, count);
