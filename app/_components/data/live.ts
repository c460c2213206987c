"use client";

import { useSWRConfig } from "swr";
import useSWRSubscription from "swr/subscription";
import type { LiveChapter, LiveText } from "#lib/contract/live.ts";
import { openEvents } from "./events.ts";
import { jobs } from "./keys.ts";

/** A chapter as far as it is drafted: its text, and its paragraphs as HTML of the server's. */
export type Draft = { draft: number; text: string; paragraphs: string[] };
export type Drafts = ReadonlyMap<number, Draft>;

/** `down`: nothing has come through for a while; the page polls. */
export type Live = { drafts: Drafts; state: "live" | "down" };

const nothing: Live = { drafts: new Map(), state: "live" };

function withText(drafts: Drafts, { position, draft, start, text, first, paragraphs }: LiveText): Drafts {
  const known = drafts.get(position);
  const before = known?.draft === draft ? known : { text: "", paragraphs: [] };
  return new Map(drafts).set(position, {
    draft,
    text: before.text.slice(0, start) + text,
    paragraphs: [...before.paragraphs.slice(0, first), ...paragraphs],
  });
}

function without(drafts: Drafts, position: number): Drafts {
  const left = new Map(drafts);
  left.delete(position);
  return left;
}

/** SWR's own comparison takes one Map for another. */
const byIdentity = { compare: (one?: Live, other?: Live) => one === other };

/** Follows the drafts of a job as they are written; any other change reads the job again at once. */
export function useLive(jobId: string, wanted: boolean): Live {
  const { mutate } = useSWRConfig();
  const { data } = useSWRSubscription<Live, Error, string | null>(
    wanted ? jobs.live(jobId) : null,
    (url, { next }) => {
      let live = nothing;
      // Drafts kept from an earlier connection are out of date.
      next(null, live);
      const show = (change: Partial<Live>) => {
        live = { ...live, ...change };
        next(null, live);
      };
      const reread = () => mutate(jobs.one(jobId));
      return openEvents(url, {
        state: (state) => state !== live.state && show({ state }),
        events: {
          text: (data) => show({ drafts: withText(live.drafts, data as LiveText) }),
          chapter: async (data) => {
            await reread();
            show({ drafts: without(live.drafts, (data as LiveChapter).position) });
          },
          job: reread,
          end: reread,
        },
      });
    },
    byIdentity,
  );
  return (wanted && data) || nothing;
}
