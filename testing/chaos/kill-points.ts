import { setTimeout as sleep, setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { JobDetail } from "#lib/contract/book.ts";
import { observeUntil, type Tracked } from "../app/jobs.ts";
import type { Exchange } from "../model/script.ts";
import type { SingleInstance } from "./single-instance.ts";

/** Longer than the sender takes to die, so that an answer held back never reaches it. */
const holdMs = 500;

/** Armed before a book is ordered. The function it returns resolves when that book has reached the point. */
type KillPoint = (instance: SingleInstance) => (job: Tracked) => Promise<unknown>;

const atModelCall =
  (isWanted: (exchange: Exchange) => boolean): KillPoint =>
  ({ model }) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    model.setScript((exchange) => {
      if (isWanted(exchange)) resolve();
      return undefined;
    });
    return () => promise;
  };

const atChapter = (wanted: number) => atModelCall(({ role, position }) => role === "chapter" && position === wanted);

const atSearch: KillPoint = ({ search }) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  search.hooks.onSearch = resolve;
  return () => promise;
};

const whenJob =
  (reached: (job: JobDetail) => boolean): KillPoint =>
  ({ app }) =>
  (job) =>
    observeUntil(app.url, job, { reached });

/** The line is written inside the transaction: the kill falls just before or just after its commit. */
const whileFinishing: KillPoint =
  ({ app }) =>
  async ({ id }) => {
    const isFinishing = (line: string) => line.startsWith("📚 Livre terminé") && line.includes(id);
    while (!app.lines().some(isFinishing)) await yieldToEventLoop();
  };

const atProxy =
  (hook: "onArrival" | "onStored"): KillPoint =>
  ({ webhookProxy }) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    webhookProxy.hooks[hook] = async () => {
      resolve();
      await sleep(holdMs);
    };
    return () => promise;
  };

/** Points of a book's life at which a kill has something different to destroy, by French name. */
export const killPoints: Record<string, KillPoint> = {
  "pendant la recherche": atSearch,
  "pendant les notes de recherche": atModelCall(({ role }) => role === "research"),
  "pendant le plan": atModelCall(({ role }) => role === "outline"),
  "pendant le premier chapitre": atChapter(1),
  "pendant le deuxième chapitre": atChapter(2),
  "pendant le dernier chapitre": atChapter(3),
  "juste après l’enregistrement d’un chapitre": whenJob((job) => job.chapters_completed >= 1),
  "pendant la relecture": atModelCall(({ role }) => role === "review"),
  "pendant la finalisation": whileFinishing,
  "juste après la finalisation": whenJob((job) => job.status === "completed"),
  "pendant l’envoi": atProxy("onArrival"),
  "après le rangement chez le récepteur, avant sa réponse": atProxy("onStored"),
};

/** Removes whatever a kill point has armed. */
export function disarmKillPoint({ model, search, webhookProxy }: SingleInstance) {
  model.setScript(undefined);
  delete search.hooks.onSearch;
  delete webhookProxy.hooks.onArrival;
  delete webhookProxy.hooks.onStored;
}
