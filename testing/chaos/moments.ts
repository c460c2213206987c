import { setImmediate } from "node:timers/promises";
import type { JobDetail } from "#lib/contract/book.ts";
import { observeUntil, type Tracked } from "../app/jobs.ts";
import type { Exchange } from "../model/server.ts";
import type { World } from "./world.ts";

/** What a book waits for, of the model, the search engine or the receiver: it can be kept waiting until a kill. */
type Wait = { search?: true; model?: (exchange: Exchange) => boolean; wire?: "onArrival" | "onStored" };

const chapter = (wanted: number): Wait => ({
  model: ({ role, position }) => role === "chapter" && position === wanted,
});

/** In the order of a book's life. */
export const waits: Record<string, Wait> = {
  "pendant la recherche": { search: true },
  "pendant les notes de recherche": { model: ({ role }) => role === "research" },
  "pendant le plan": { model: ({ role }) => role === "outline" },
  "pendant le premier chapitre": chapter(1),
  "pendant le deuxième chapitre": chapter(2),
  "pendant le dernier chapitre": chapter(3),
  "pendant la relecture": { model: ({ role }) => role === "review" },
  "pendant l’envoi": { wire: "onArrival" },
  "après le rangement chez le récepteur, avant sa réponse": { wire: "onStored" },
};

/** The topic of the book that is kept waiting where its name says. */
export const topicOf = (name: string) => `la coupure ${name}`;

/**
 * Keeps the books of these topics waiting, each at its own moment.
 * @param nameOf the moment of a job
 */
export function keepWaiting({ model, search, wire }: World, nameOf: (jobId: string) => string | undefined) {
  const released = Promise.withResolvers<void>();
  const reached = new Map(Object.keys(waits).map((name) => [name, Promise.withResolvers<void>()]));
  const stop = (name: string) => {
    reached.get(name)?.resolve();
    return released.promise;
  };
  const named = (text: string) => Object.keys(waits).find((name) => text.includes(topicOf(name)));
  model.setScript((exchange) => {
    const name = named(exchange.prompt);
    return name && waits[name]?.model?.(exchange) ? { after: stop(name) } : undefined;
  });
  search.hooks.onSearch = (query) => {
    const name = named(query);
    return name && waits[name]?.search ? stop(name) : undefined;
  };
  for (const hook of ["onArrival", "onStored"] as const)
    wire.hooks[hook] = ({ jobId }) => {
      const name = nameOf(jobId);
      return name && waits[name]?.wire === hook ? stop(name) : undefined;
    };
  return {
    reached: (name: string) => reached.get(name)?.promise,
    /** Lets everything go on, the sender being dead, and takes every trap away. */
    release() {
      released.resolve();
      model.setScript(undefined);
      delete search.hooks.onSearch;
      delete wire.hooks.onArrival;
      delete wire.hooks.onStored;
    },
  };
}

/** Resolves when a book is there. */
type Instant = (world: World, job: Tracked) => Promise<unknown>;

const seen =
  (reached: (job: JobDetail) => boolean): Instant =>
  ({ app }, job) =>
    observeUntil(app.url, job, { reached });

/** The line is written inside the transaction: the kill falls just before or just after its commit. */
const finishing: Instant = async ({ app }, { id }) => {
  while (!app.lines().some((line) => line.startsWith("📚 Livre terminé") && line.includes(id))) await setImmediate();
};

/** Instants at which a book waits for nobody: a kill has to meet them. */
export const instants: Record<string, Instant> = {
  "juste après l’enregistrement d’un chapitre": seen((job) => job.chapters_completed >= 1),
  "pendant la finalisation": finishing,
  "juste après la finalisation": seen((job) => job.status === "completed"),
};
