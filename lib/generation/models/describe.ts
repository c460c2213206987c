import { capabilitiesOf } from "../capabilities.ts";
import { type Chains, configuredChains } from "./chains.ts";
import { modelProblem } from "./configured.ts";

const distinct = (values: (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** Why a book cannot be written with these models: the chain of some role has none that can be called. */
export function chainsProblem(chains: Chains): string | undefined {
  const stuck = Object.values(chains).find((chain) => chain.every((id) => modelProblem(id) !== undefined));
  return stuck && distinct(stuck.map(modelProblem)).join(" ");
}

/** What pages say about the configured models: `id` names the chain that writes chapters. */
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
