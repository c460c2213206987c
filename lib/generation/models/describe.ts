import { configuredChains } from "./chains.ts";
import { modelProblem } from "./configured.ts";

const distinct = (values: (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/**
 * What pages say about the configured models: `id` names the chain that writes chapters, `problem` says why a book could
 * not be written, because some role has no model that can be called.
 */
export function describeModel(): { id: string; demo: boolean; problem?: string } {
  const chains = configuredChains();
  const stuck = Object.values(chains).find((chain) => chain.every((id) => modelProblem(id) !== undefined));
  const problem = stuck && distinct(stuck.map(modelProblem)).join(" ");
  return { id: chains.chapter.join(", "), demo: chains.chapter[0] === "demo", ...(problem && { problem }) };
}

/** One French sentence for each thing that keeps a configured model from being called. */
export const modelProblems = (): string[] => distinct(Object.values(configuredChains()).flat().map(modelProblem));
