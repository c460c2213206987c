import { z } from "zod";
import { env } from "../../env.ts";
import { capabilitiesOf } from "../capabilities.ts";
import type { Role } from "./call-context.ts";
import { firstProvider } from "./configured.ts";

const chain = z.array(z.string()).min(1);

/** The models that each role asks, in turn: the next one when the one before cannot answer. */
export const Chains = z.object({ research: chain, outline: chain, chapter: chain, review: chain } satisfies Record<
  Role,
  typeof chain
>);
export type Chains = z.infer<typeof Chains>;

const forEveryRole = (ids: string[]): Chains => ({ research: ids, outline: ids, chapter: ids, review: ids });

/**
 * The chains new books are written with (contract §1): a role's own variable over `BOOK_MODEL`, else the first provider
 * with a key, else a chain that another role was given, else `demo`. The demonstration never mixes with real models.
 */
export function configuredChains(): Chains {
  const { BOOK_MODEL, BOOK_MODEL_OUTLINE, BOOK_MODEL_CHAPTER, BOOK_MODEL_REVIEW } = env();
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

/** The chains that a new job keeps; `model`, the first that writes chapters, names them on the pages. */
export function chainsOfNewJob(): { model: string; models: Chains } {
  const models = configuredChains();
  return { model: models.chapter[0] ?? "demo", models };
}

/** The chains a job was created with. */
export const chainsOf = (job: { models: unknown }): Chains => Chains.parse(job.models);
