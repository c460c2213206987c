import { db } from "../../database/client.ts";
import { env } from "../../env.ts";
import { describeError, logger } from "../../logger.ts";
import { perProcess } from "../../per-process.ts";
import { boss } from "../../queue/boss.ts";

/** Named in the triggers of the tables that a job is made of. */
const channel = "sorami_live";
const pollMs = 1000;
/** While notifications arrive, only each fifth poll reads the job. */
const pollsPerEcho = 5;

/** `all` may be any change. */
export type Follower = { jobId: string; changed: (what: "drafts" | "all") => void };

type Hub = { followers: Set<Follower>; close?: () => Promise<void> };
const hub = perProcess<Hub>("live.hub", () => ({ followers: new Set() }));

function notify(payload: string) {
  const [jobId, position] = payload.split(" ");
  for (const follower of hub.get().followers)
    if (follower.jobId === jobId) follower.changed(position === undefined ? "all" : "drafts");
}

/**
 * Behind a pooler a LISTEN succeeds and receives nothing, so only an echo proves that notifications arrive; without it,
 * followers are told to read once a second.
 */
function open(): () => Promise<void> {
  const echo = `echo ${Math.random()}`;
  let hasHeard = false;
  let polls = 0;
  const notifyAll = () => {
    for (const follower of hub.get().followers) follower.changed("all");
  };
  const sendEcho = () => db().$executeRaw`SELECT pg_notify(${channel}, ${echo})`.catch(() => {});
  const listen = async () => {
    const database = env().VERCEL ? undefined : (await boss()).getDb();
    const receive = (payload: string) => {
      if (payload === echo) hasHeard = true;
      else notify(payload);
    };
    const handle = await database?.listen?.(channel, receive, notifyAll);
    await sendEcho();
    return handle;
  };
  const listening = listen().catch((error) => {
    logger.warn("⚠️ La base n’annonce rien : les pages en direct la relisent chaque seconde", describeError(error));
    return undefined;
  });
  let listens = true;
  const timer = setInterval(() => {
    polls++;
    if (polls % pollsPerEcho === 0) {
      listens = hasHeard;
      hasHeard = false;
      void sendEcho();
    }
    if (!listens || polls % pollsPerEcho === 0) notifyAll();
  }, pollMs);
  return async () => {
    clearInterval(timer);
    await (await listening)?.close();
  };
}

/** @returns a function that ends it */
export function follow(follower: Follower): () => void {
  const { followers } = hub.get();
  followers.add(follower);
  hub.get().close ??= open();
  return () => {
    followers.delete(follower);
    if (followers.size > 0) return;
    hub
      .get()
      .close?.()
      .catch(() => {});
    delete hub.get().close;
  };
}

export const liveLoad = () => ({ followers: hub.get().followers.size, listening: hub.get().close !== undefined });
