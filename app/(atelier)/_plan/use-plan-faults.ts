"use client";

import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { usePaused } from "#app/_components/form/use-paused.ts";
import { fieldPath } from "#app/_components/outline/chapter-errors.ts";
import type { ChapterRow } from "#app/_components/outline/chapter-rows.ts";
import { sentence } from "#app/_components/text/sentence.ts";
import type { Issue } from "#lib/contract/error.ts";
import { toGiven } from "./rows.ts";

/** Sentences by chapter and field: `3.title`, with the chapter's key; and one about the whole. */
type Faults = { whole?: string; byField: Partial<Record<string, string>> };

/** The chapters were moved since, or are being typed: what was said stays with the chapter that it was said of. */
function faultsOf(issues: Issue[], keys: number[]): Faults {
  const faults: Faults = { byField: {} };
  for (const { path, message } of issues) {
    const [name, index, ...rest] = path.split(".");
    if (name !== "chapters") continue;
    if (index === undefined) faults.whole ??= sentence("Le plan", message);
    else faults.byField[`${keys[Number(index)]}.${fieldPath(rest.join("."))}`] ??= sentence("Ce champ", message);
  }
  return faults;
}

/** Asks the server, which alone judges an order: for what it would cost, it reads the whole of it. */
async function judge([url, asked]: [string, string]): Promise<Faults> {
  const { keys, chapters } = JSON.parse(asked) as { keys: number[]; chapters: unknown };
  try {
    await post(url, { topic: "Un sujet", goal: "Un but", chapters });
    return { byField: {} };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    return faultsOf(error.issues, keys);
  }
}

/** What the order's contract has against the plan, when typing pauses. What is still empty is told at the sending alone. */
export function usePlanFaults(rows: ChapterRow[]): Faults {
  const filled = rows.filter(({ title }) => title.trim() !== "");
  const asked = usePaused(JSON.stringify({ keys: filled.map(({ key }) => key), chapters: toGiven(filled) }));
  const { data } = useSWR<Faults>(filled.length > 0 && [jobs.estimate, asked], judge, {
    keepPreviousData: true,
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  return filled.length > 0 && data ? data : { byField: {} };
}
