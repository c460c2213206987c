"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef } from "react";
import { useSWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { makeKey } from "#app/_components/data/request-key.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import type { ChapterRow } from "#app/_components/outline/chapter-rows.ts";
import type { JobCreated } from "#lib/contract/job.ts";
import { checkRequired, type Fields, toRequest } from "./fields.ts";

/** The form's state, and its sending: the same content keeps its `Idempotency-Key`, so that a double click makes one book. */
export function useNewBook(initial: Fields, onOrdered: () => void) {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const sent = useRef({ body: "", key: "" });
  const { set, ...form } = useEditForm({
    initial,
    toBody: toRequest,
    check: checkRequired,
    subjectOf: () => "Ce champ",
    send: (request: ReturnType<typeof toRequest>) => {
      const body = JSON.stringify(request);
      if (sent.current.body !== body) sent.current = { body, key: makeKey() };
      return post<JobCreated>(jobs.create, request, { "Idempotency-Key": sent.current.key });
    },
    onSaved: ({ job_id }) => {
      sent.current = { body: "", key: "" };
      onOrdered();
      documents.current = [];
      void mutate(jobs.latest);
      router.push(`/jobs/${job_id}`);
    },
  });
  const change = ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) =>
    set({ [target.name]: target.value });
  // What was said about the chapters was about the plan before.
  const setPlan = (plan: ChapterRow[] | undefined) => set({ plan, chapters: "" });
  const setTitle = (title: string) => set({ title });
  // A file that was being read is added to what was chosen meanwhile.
  const documents = useRef(form.values.documents);
  const setDocuments = (changed: (before: string[]) => string[]) => {
    documents.current = changed(documents.current);
    set({ documents: documents.current });
  };
  return { ...form, change, setPlan, setTitle, setDocuments };
}
