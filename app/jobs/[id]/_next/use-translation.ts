"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import useSWR, { useSWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { makeKey } from "#app/_components/data/request-key.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { usePaused } from "#app/_components/form/use-paused.ts";
import { parseNumber } from "#app/_components/text/numbers.ts";
import type { Estimate } from "#lib/contract/estimate.ts";
import type { JobCreated, JobDetail } from "#lib/contract/job.ts";
import { bookLanguages } from "#lib/contract/values.ts";

type Values = { language: string; model: string; instructions: string; max_cost: string };

const toBody = ({ language, model, instructions, max_cost }: Values) => ({
  language,
  ...(model && { model }),
  ...(instructions.trim() && { instructions }),
  ...(max_cost.trim() && { max_cost: parseNumber(max_cost) }),
});

/** What the price depends on: no cap that is being typed, nor what the translator is told. */
const pricedBy = ({ language, model }: Values) => JSON.stringify({ language, ...(model && { model }) });

/** The form of a translation, its price, and its sending: the same content is sent under the same `Idempotency-Key`. */
export function useTranslation({ job_id, options }: JobDetail) {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const sent = useRef({ body: "", key: "" });
  const first = bookLanguages.find((language) => language !== options.language) ?? "en";
  const form = useEditForm({
    initial: { language: first, model: "", instructions: "", max_cost: "" } as Values,
    toBody,
    subjectOf: () => "Ce champ",
    send: (request: ReturnType<typeof toBody>) => {
      const body = JSON.stringify(request);
      if (sent.current.body !== body) sent.current = { body, key: makeKey() };
      return post<JobCreated>(jobs.translate(job_id), request, { "Idempotency-Key": sent.current.key });
    },
    onSaved: ({ job_id: id }) => {
      void mutate(jobs.latest);
      router.push(`/jobs/${id}`);
    },
  });
  const asked = usePaused(pricedBy(form.values));
  const { data: estimate } = useSWR<Estimate, RequestFailed>(
    [jobs.translateEstimate(job_id), asked],
    ([url, request]: [string, string]) => post<Estimate>(url, JSON.parse(request)),
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return { ...form, estimate };
}
