import { setImmediate as turn } from "node:timers/promises";
import type { JobDetail } from "#lib/contract/book.ts";
import { observeUntil, type Tracked } from "../app/jobs.ts";
import type { Exchange } from "../model/server.ts";
import type { World } from "./world.ts";

/** Armed before a book is asked for; then resolves when that book is there. */
export type Moment = (world: World) => (job: Tracked) => Promise<unknown>;

const modelAsked =
  (wanted: (exchange: Exchange) => boolean): Moment =>
  ({ model }) => {
    const asked = new Promise<void>((resolve) =>
      model.setScript((exchange) => {
        if (wanted(exchange)) resolve();
        return undefined;
      }),
    );
    return () => asked;
  };

const chapterAsked = (wanted: number) => modelAsked(({ role, position }) => role === "chapter" && position === wanted);

const searching: Moment = ({ search }) => {
  const searched = new Promise<void>((resolve) => {
    search.hooks.onSearch = () => resolve();
  });
  return () => searched;
};

const seen =
  (reached: (job: JobDetail) => boolean): Moment =>
  ({ app }) =>
  (job) =>
    observeUntil(app.url, job, { reached });

/** The line is written inside the transaction: the kill falls just before or just after its commit. */
const finishing: Moment =
  ({ app }) =>
  async ({ id }) => {
    while (!app.lines().some((line) => line.startsWith("📚 Livre terminé") && line.includes(id))) await turn();
  };

/** The wire holds its answer back until the sender is long dead. */
const onWire =
  (hook: "onArrival" | "onStored"): Moment =>
  ({ wire }) => {
    const passing = new Promise<void>((resolve) => {
      wire.hooks[hook] = () => {
        resolve();
        return new Promise((later) => setTimeout(later, 500));
      };
    });
    return () => passing;
  };

/** Every moment of a book's life at which a kill has something else to destroy. */
export const moments: Record<string, Moment> = {
  "pendant la recherche": searching,
  "pendant les notes de recherche": modelAsked(({ role }) => role === "research"),
  "pendant le plan": modelAsked(({ role }) => role === "outline"),
  "pendant le premier chapitre": chapterAsked(1),
  "pendant le deuxième chapitre": chapterAsked(2),
  "pendant le dernier chapitre": chapterAsked(3),
  "juste après l’enregistrement d’un chapitre": seen((job) => job.chapters_completed >= 1),
  "pendant la relecture": modelAsked(({ role }) => role === "review"),
  "pendant la finalisation": finishing,
  "juste après la finalisation": seen((job) => job.status === "completed"),
  "pendant l’envoi": onWire("onArrival"),
  "après le rangement chez le récepteur, avant sa réponse": onWire("onStored"),
};

/** Takes every trap away. */
export function disarm({ model, search, wire }: World) {
  model.setScript(undefined);
  delete search.hooks.onSearch;
  delete wire.hooks.onArrival;
  delete wire.hooks.onStored;
}
