import { db } from "../../database/client.ts";
import { env } from "../../env.ts";
import { describeError, logger } from "../../logger.ts";
import { perProcess } from "../../per-process.ts";
import { boss } from "../../queue/boss.ts";

/** As in the triggers of the tables that a job is made of. */
const channel = "sorami_live";
const lookMs = 1000;
const listenedLooks = 5;

/** What somebody follows: told of what changed, `all` when that may be anything. */
export type Follower = { jobId: string; changed: (what: "drafts" | "all") => void };

type Hub = { followers: Set<Follower>; close?: () => Promise<void> };
const hub = perProcess<Hub>("live.hub", () => ({ followers: new Set() }));

function tell(payload: string) {
  const [jobId, position] = payload.split(" ");
  for (const follower of hub.get().followers)
    if (follower.jobId === jobId) follower.changed(position === undefined ? "all" : "drafts");
}

/**
 * Listens on a connection of its own, kept alive by the queue's library. Behind a pooler a LISTEN succeeds
 * and hears nothing, so only an echo proves that notifications arrive; without it we look once a second.
 */
function open(): () => Promise<void> {
  const own = `echo ${Math.random()}`;
  let heard = false;
  let looks = 0;
  const tellAll = () => {
    for (const follower of hub.get().followers) follower.changed("all");
  };
  const say = () => db().$executeRaw`SELECT pg_notify(${channel}, ${own})`.catch(() => {});
  const listen = async () => {
    const database = env().VERCEL ? undefined : (await boss()).getDb();
    const hear = (payload: string) => {
      if (payload === own) heard = true;
      else tell(payload);
    };
    const handle = await database?.listen?.(channel, hear, tellAll);
    await say();
    return handle;
  };
  const listening = listen().catch((error) => {
    logger.warn("⚠️ La base n’annonce rien : les pages en direct la relisent chaque seconde", describeError(error));
    return undefined;
  });
  let listens = true;
  const timer = setInterval(() => {
    looks++;
    if (looks % listenedLooks === 0) {
      listens = heard;
      heard = false;
      void say();
    }
    if (!listens || looks % listenedLooks === 0) tellAll();
  }, lookMs);
  return async () => {
    clearInterval(timer);
    await (await listening)?.close();
  };
}

/**
 * Follows a job. The process listens while anybody follows anything, on one connection for all.
 * @returns what ends it
 */
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

/** How many are following, and whether the process listens for them. */
export const liveLoad = () => ({ followers: hub.get().followers.size, listening: hub.get().close !== undefined });
