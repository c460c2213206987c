import { z } from "zod";

/** One thing that a model's server does not take, and what it is asked instead. `field` is a path with dots. */
export const Concession = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("omit"), field: z.string() }),
  z.object({ kind: z.literal("rename"), field: z.string(), to: z.string() }),
  z.object({ kind: z.literal("lower"), field: z.string(), to: z.number() }),
  z.object({ kind: z.literal("replace"), field: z.string(), from: z.string(), to: z.string() }),
  /** Any JSON object instead of one of a schema. */
  z.object({ kind: z.literal("any-object"), field: z.string() }),
  /** The system's words stand at the head of the user's. */
  z.object({ kind: z.literal("join-system"), field: z.literal("messages") }),
  z.object({ kind: z.literal("whole"), field: z.literal("stream") }),
]);
export type Concession = z.infer<typeof Concession>;

function describeOne(concession: Concession): string {
  const { field } = concession;
  switch (concession.kind) {
    case "omit":
      return `sans ${field}`;
    case "rename":
      return `avec ${concession.to} au lieu de ${field}`;
    case "lower":
      return `avec ${field} à ${concession.to} au plus`;
    case "replace":
      return `avec ${field} à ${concession.to} au lieu de ${concession.from}`;
    case "any-object":
      return "avec json_object au lieu de json_schema";
    case "join-system":
      return "sans message « system »";
    case "whole":
      return "sans flux";
  }
}

/** @returns the end of a French sentence */
export const frenchOf = (concessions: Concession[]): string => concessions.map(describeOne).join(", ");
