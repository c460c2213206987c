import type { Exchange } from "../model/script.ts";
import type { SingleInstance } from "./single-instance.ts";

/** An answer that a book waits for, and that can be withheld until a kill. */
type HoldPoint = { search?: true; model?: (exchange: Exchange) => boolean; webhook?: "onArrival" | "onStored" };

const chapter = (wanted: number): HoldPoint => ({
  model: ({ role, position }) => role === "chapter" && position === wanted,
});

const holdPoints: Record<string, HoldPoint> = {
  "pendant le premier chapitre": chapter(1),
  "pendant le deuxième chapitre": chapter(2),
  "pendant le dernier chapitre": chapter(3),
  "pendant la relecture": { model: ({ role }) => role === "review" },
  "pendant le plan": { model: ({ role }) => role === "outline" },
  "après le rangement chez le récepteur, avant sa réponse": { webhook: "onStored" },
  "pendant l’envoi": { webhook: "onArrival" },
  "pendant les notes de recherche": { model: ({ role }) => role === "research" },
  "pendant la recherche": { search: true },
};

/**
 * The names of the points, in rounds that can be reached one after the other: a held book keeps a worker, and those of
 * research are needed until the last round; webhooks and searches are given up soonest.
 */
export const holdRounds = [
  [
    "pendant le premier chapitre",
    "pendant le deuxième chapitre",
    "pendant le dernier chapitre",
    "pendant la relecture",
    "pendant le plan",
  ],
  ["pendant l’envoi", "après le rangement chez le récepteur, avant sa réponse"],
  ["pendant les notes de recherche", "pendant la recherche"],
];

export const topicOf = (name: string) => `la coupure ${name}`;

/**
 * Holds each of the books named by `topicOf` at its own point.
 * @param nameOf the point of a job, once it is known
 */
export function holdBooks(
  { model, search, webhookProxy }: SingleInstance,
  nameOf: (jobId: string) => string | undefined,
) {
  const released = Promise.withResolvers<void>();
  const reached = new Map(Object.keys(holdPoints).map((name) => [name, Promise.withResolvers<void>()]));
  const hold = (name: string) => {
    reached.get(name)?.resolve();
    return released.promise;
  };
  const nameIn = (text: string) => Object.keys(holdPoints).find((name) => text.includes(topicOf(name)));
  model.setScript((exchange) => {
    const name = nameIn(exchange.prompt);
    return name && holdPoints[name]?.model?.(exchange) ? { after: hold(name) } : undefined;
  });
  search.hooks.onSearch = (query) => {
    const name = nameIn(query);
    return name && holdPoints[name]?.search ? hold(name) : undefined;
  };
  for (const hook of ["onArrival", "onStored"] as const)
    webhookProxy.hooks[hook] = ({ jobId }) => {
      const name = nameOf(jobId);
      return name && holdPoints[name]?.webhook === hook ? hold(name) : undefined;
    };
  return {
    reached: (name: string) => reached.get(name)?.promise,
    release() {
      released.resolve();
      model.setScript(undefined);
      delete search.hooks.onSearch;
      delete webhookProxy.hooks.onArrival;
      delete webhookProxy.hooks.onStored;
    },
  };
}
