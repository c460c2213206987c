import { capabilitiesOf } from "../capabilities.ts";
import { type Chains, configuredChains } from "./chains.ts";
import { modelProblem } from "./configured.ts";

const distinct = (values: (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** @returns undefined while every role has a model that can be called */
export function chainsProblem(chains: Chains): string | undefined {
  const stuck = Object.values(chains).find((chain) => chain.every((id) => modelProblem(id) !== undefined));
  return stuck && distinct(stuck.map(modelProblem)).join(" ");
}

/** `id` names the chain that writes chapters. */
export function describeModel(): { id: string; demo: boolean; problem?: string } {
  const chains = configuredChains();
  const problem = chainsProblem(chains);
  return {
    id: chains.chapter.join(", "),
    demo: chains.chapter.some((id) => capabilitiesOf(id).demonstrates),
    ...(problem && { problem }),
  };
}

export const modelProblems = (): string[] => distinct(Object.values(configuredChains()).flat().map(modelProblem));
