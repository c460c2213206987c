"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import type { From } from "../fields.ts";

/** Reads from the address which book the form is to begin from, and hands it over once. */
export function FindOrigin({ begin }: { begin: (job: JobDetail, as: From["as"]) => void }) {
  const params = useSearchParams();
  const id = params.get("from");
  const as = params.get("as") === "edition" ? "edition" : "sequel";
  const { data, error } = useSWR<JobDetail, RequestFailed>(id && jobs.one(id), { revalidateOnFocus: false });
  const begun = useRef("");
  useEffect(() => {
    const key = id === null ? "" : `${id} ${as}`;
    if (id === null) begun.current = key;
    if (!data || begun.current === key) return;
    begun.current = key;
    begin(data, as);
  }, [data, id, as, begin]);
  if (!error) return null;
  return (
    <Notice kind="failed" live>
      Le livre dont partir n’a pas été trouvé{"\u202f"}: le formulaire est vide.
    </Notice>
  );
}
