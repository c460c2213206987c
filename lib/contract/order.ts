import { z } from "zod";
import { storable } from "./text.ts";

const jobIdPattern = /^[A-Za-z0-9_.:-]{1,255}$/;

/** Tells that a text can be a job's id. A path of `.` or `..` would be another address. */
export const isJobId = (text: string) => jobIdPattern.test(text) && text !== "." && text !== "..";

/** The id that a client gives its job. A receiver makes no book of a test. */
export const JobId = z
  .string()
  .refine(isJobId, "attend de 1 à 255 caractères parmi A-Z a-z 0-9 _ . : -, et ni « . » ni « .. »")
  .refine((id) => !id.startsWith("test-"), "ne peut pas commencer par test-, qui désigne un essai du webhook");

const maxMetadataBytes = 4096;

/** Infinite for what is nested too deeply to be written. */
function jsonBytes(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The client's own object, given back as it came. */
export const Metadata = z
  .custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "attend un objet JSON",
  )
  .refine((value) => jsonBytes(value) <= maxMetadataBytes, "attend 4 Kio de JSON au plus");

export const WebhookUrl = storable().max(2048, "attend 2048 caractères au plus");
