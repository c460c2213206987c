import { z } from "zod";
import { capabilitiesOf } from "../capabilities.ts";
import { modelSettings } from "../model-settings/settings.ts";
import type { Role } from "./call-context.ts";
import { firstProvider } from "./configured.ts";

const chain = z.array(z.string()).min(1);

/** Lists the models of each role, to be asked in turn. */
export const Chains = z.object({ research: chain, outline: chain, chapter: chain, review: chain } satisfies Record<
  Role,
  typeof chain
>);
export type Chains = z.infer<typeof Chains>;

export const forEveryRole = (ids: string[]): Chains => ({ research: ids, outline: ids, chapter: ids, review: ids });

/** Takes a role's own variable, else `BOOK_MODEL`, a provider with a key, another role's chain, `demo`. */
export function configuredChains(): Chains {
  const { BOOK_MODEL, BOOK_MODEL_OUTLINE, BOOK_MODEL_CHAPTER, BOOK_MODEL_REVIEW } = modelSettings();
  const given = BOOK_MODEL_CHAPTER ?? BOOK_MODEL_OUTLINE ?? BOOK_MODEL_REVIEW;
  const base = BOOK_MODEL ?? firstProvider() ?? given ?? ["demo"];
  if (!base.every((id) => capabilitiesOf(id).combines)) return forEveryRole(base);
  return {
    research: base,
    outline: BOOK_MODEL_OUTLINE ?? base,
    chapter: BOOK_MODEL_CHAPTER ?? base,
    review: BOOK_MODEL_REVIEW ?? base,
  };
}

/**
 * `model`, the first that writes chapters, names the chains on the pages.
 * @param chosen the one model that its author wants; without it, those that are configured
 */
export function chainsOfNewJob(chosen?: string): { model: string; models: Chains } {
  const models = chosen === undefined ? configuredChains() : forEveryRole([chosen]);
  return { model: models.chapter[0] ?? "demo", models };
}

export const chainsOf = (job: { models: unknown }): Chains => Chains.parse(job.models);
