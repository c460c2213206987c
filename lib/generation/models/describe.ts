import { capabilitiesOf } from "../capabilities.ts";
import { type Chains, configuredChains } from "./chains.ts";
import { modelProblem } from "./configured.ts";

const distinct = (values: (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** The reason that a book cannot be written: the chain of some role has no model that can be called. Undefined without one. */
export function chainsProblem(chains: Chains): string | undefined {
  const stuck = Object.values(chains).find((chain) => chain.every((id) => modelProblem(id) !== undefined));
  return stuck && distinct(stuck.map(modelProblem)).join(" ");
}

/** Describes the configured models to the pages: `id` names the chain that writes chapters. */
export function describeModel(): { id: string; demo: boolean; problem?: string } {
  const chains = configuredChains();
  const problem = chainsProblem(chains);
  return {
    id: chains.chapter.join(", "),
    demo: chains.chapter.some((id) => capabilitiesOf(id).demonstrates),
    ...(problem && { problem }),
  };
}

/** One French sentence for each thing that keeps a configured model from being called. */
export const modelProblems = (): string[] => distinct(Object.values(configuredChains()).flat().map(modelProblem));
