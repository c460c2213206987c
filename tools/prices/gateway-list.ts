import { z } from "zod";
import type { ListedModel } from "#lib/contract/price.ts";

/** A price as the list writes it: US dollars for one token, in a string. */
const perToken = z
  .string()
  .regex(/^\d+(?:\.\d+)?(?:e-?\d+)?$/i)
  .transform(Number)
  .pipe(z.number().min(0).max(1));

const tokens = z.number().int().positive();

const GatewayModel = z.object({
  id: z.string().regex(/^[\w.-]{1,100}\/[\w.:-]{1,200}$/),
  type: z.literal("language"),
  context_window: tokens.optional().catch(undefined),
  max_tokens: tokens.optional().catch(undefined),
  tags: z.array(z.string().max(50)).max(30).optional().catch(undefined),
  pricing: z.object({ input: perToken, output: perToken, input_cache_read: perToken.optional().catch(undefined) }),
});

const GatewayList = z.object({ data: z.array(z.unknown()) });

/** Without the noise of a float: millionths of a dollar are the finest that anyone lists. */
const perMillion = (price: number): number => Math.round(price * 1e12) / 1e6;

/**
 * What the list says of each model that writes text, by its id. An entry that is not understood is left out.
 * @throws when it is no such list
 */
export function readGatewayList(text: string, day: string): Map<string, ListedModel> {
  const { data } = GatewayList.parse(JSON.parse(text));
  const found = new Map<string, ListedModel>();
  for (const entry of data) {
    const model = GatewayModel.safeParse(entry).data;
    if (!model) continue;
    const { id, context_window, max_tokens, tags, pricing } = model;
    const cached = pricing.input_cache_read;
    found.set(id, {
      input: perMillion(pricing.input),
      ...(cached !== undefined && { cached: perMillion(cached) }),
      output: perMillion(pricing.output),
      ...(context_window && { context_tokens: context_window }),
      ...(max_tokens && { max_output_tokens: max_tokens }),
      ...(tags?.length && { abilities: tags }),
      as_of: day,
      source: "AI Gateway",
    });
  }
  return found;
}
