"use client";

import { toDate } from "#lib/contract/timestamp.ts";
import { clockDuration, duration } from "../text/numbers.ts";
import { useNow } from "./use-now.ts";

const relative = new Intl.RelativeTimeFormat("fr", { numeric: "auto", style: "short" });
const hour = new Intl.DateTimeFormat("fr", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("fr", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const long = new Intl.DateTimeFormat("fr", { dateStyle: "long" });
const full = new Intl.DateTimeFormat("fr", { dateStyle: "full", timeStyle: "medium" });

function ago(date: Date, now: number): string {
  const seconds = Math.round((now - date.getTime()) / 1000);
  if (seconds < 5) return "à l’instant";
  if (seconds < 60) return relative.format(-seconds, "second");
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), "minute");
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (date.getTime() >= midnight) return relative.format(-Math.floor(seconds / 3600), "hour");
  if (date.getTime() >= midnight - 86_400_000) return `hier, ${hour.format(date)}`;
  return day.format(date);
}

/** `il y a 8 min`, `hier, 18:02`, `3 oct., 09:10`; empty until the browser knows its clock and zone. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={now ? full.format(date) : undefined} className="whitespace-nowrap">
      {now ? ago(date, now) : " "}
    </time>
  );
}

/** Completes « depuis »: a length of time while it is short, then a moment. */
function since(date: Date, now: number): string {
  const seconds = Math.max(1, Math.round((now - date.getTime()) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (date.getTime() >= midnight) return `${Math.floor(seconds / 3600)} h`;
  if (date.getTime() >= midnight - 86_400_000) return `hier, ${hour.format(date)}`;
  return `le ${day.format(date)}`;
}

/** `depuis 4 min`, `depuis hier, 18:02`, `depuis le 3 oct., 09:10`. */
export function Since({ at }: { at: string }) {
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={now ? full.format(date) : undefined} className="whitespace-nowrap">
      {now ? `depuis ${since(date, now)}` : "\u00a0"}
    </time>
  );
}

/** `jusqu’à 18:02`, `jusqu’au 3 oct., 09:10`. */
export function Until({ time }: { time: string }) {
  const now = useNow();
  const date = new Date(time);
  const today = now !== undefined && new Date(now).toDateString() === date.toDateString();
  return (
    <time dateTime={time} title={now ? full.format(date) : undefined} className="whitespace-nowrap">
      {now ? (today ? `jusqu’à ${hour.format(date)}` : `jusqu’au ${day.format(date)}`) : "\u00a0"}
    </time>
  );
}

/** A moment to come or past, the shortest way that is exact: `18:02` today, else `3 oct., 09:10`. */
export function At({ time }: { time: string }) {
  const now = useNow();
  const date = new Date(time);
  const today = now !== undefined && new Date(now).toDateString() === date.toDateString();
  return (
    <time dateTime={time} title={now ? full.format(date) : undefined} className="whitespace-nowrap">
      {now ? (today ? hour : day).format(date) : "\u00a0"}
    </time>
  );
}

/** `23 novembre 2026`; empty until the browser knows its zone. */
export function OnDay({ at }: { at: string }) {
  const now = useNow();
  return <time dateTime={at}>{now ? long.format(toDate(at)) : " "}</time>;
}

/** A running clock from `since`, or a fixed length when `until` is known. */
export function Elapsed({ since, until }: { since: string; until?: string | undefined }) {
  const now = useNow();
  const start = Date.parse(since);
  const length = until ? duration(Date.parse(until) - start) : now && clockDuration(now - start);
  return <span className="whitespace-nowrap">{length ?? " "}</span>;
}

/** `dans 4 min 20 s`, then `maintenant`. */
export function Countdown({ to }: { to: string }) {
  const now = useNow();
  if (!now) return <span> </span>;
  const left = Date.parse(to) - now;
  return (
    <time dateTime={to} title={full.format(new Date(to))} className="whitespace-nowrap">
      {left > 0 ? `dans ${clockDuration(left)}` : "d’un instant à l’autre"}
    </time>
  );
}

/** `lundi 23 novembre 2026 à 18:02:10`; empty until the browser knows its zone. */
export function Exactly({ at }: { at: string }) {
  const now = useNow();
  return <time dateTime={at}>{now ? full.format(new Date(at)) : " "}</time>;
}
