"use client";

import { useState } from "react";
import type { JobDetail } from "#lib/contract/job.ts";
import { frenchList } from "#lib/french-list.ts";

/** Says politely which chapter has just been finished; the text itself is not read out while it is written. */
export function Announce({ job }: { job: JobDetail }) {
  const done = job.chapters.flatMap(({ position, state }) => (state === "done" ? [position] : []));
  const [known, setKnown] = useState(done);
  const [said, setSaid] = useState("");
  const fresh = done.filter((position) => !known.includes(position));
  if (fresh.length > 0) {
    setKnown(done);
    setSaid(fresh.length === 1 ? `Chapitre ${fresh[0]} terminé` : `Chapitres ${frenchList(fresh)} terminés`);
  }
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  );
}
