import type { SubscribedType } from "../../contract/endpoint.ts";
import { usualTypes } from "../../contract/values.ts";

/** The types to store for a choice: none chosen stands for the usual ones of today, never for those to come. */
export const chosenTypes = (chosen: SubscribedType[] | undefined, isDefault: boolean): SubscribedType[] =>
  chosen?.length ? [...new Set(chosen)] : usualTypes(isDefault);
