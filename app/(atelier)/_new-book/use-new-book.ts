"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type RefObject, type SubmitEvent, useEffect, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { sentence } from "#app/_components/text/sentence.ts";
import type { JobCreated } from "#lib/contract/book.ts";
import { blank, check, type FieldErrors, toRequest } from "./fields.ts";

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const freshKey = () => hex(crypto.getRandomValues(new Uint8Array(16)));

/** The form's state, and its sending: the same content keeps its `Idempotency-Key`, so that a double click makes one book. */
export function useNewBook(form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const [fields, setFields] = useState(blank);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusals, setRefusals] = useState(0);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sent = useRef({ body: "", key: "" });

  // At a refusal alone: an error that is mended while typing must not take the focus elsewhere.
  useEffect(() => {
    if (refusals === 0) return;
    // After the disclosure that may hold the field has opened.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  }, [refusals, form]);

  const refuse = (found: FieldErrors) => {
    setErrors(found);
    setRefusals((count) => count + 1);
  };

  const change = ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => {
    const next = { ...fields, [target.name]: target.value };
    setFields(next);
    if (!errors[target.name]) return;
    const { [target.name]: _fixed, ...others } = errors;
    if (!check(next)[target.name]) setErrors(others);
  };

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const wrong = check(fields);
    setErrors({});
    setFailure(undefined);
    if (Object.keys(wrong).length > 0) return refuse(wrong);
    const body = JSON.stringify(toRequest(fields));
    if (sent.current.body !== body) sent.current = { body, key: freshKey() };
    setBusy(true);
    try {
      const created = await post<JobCreated>(jobs.create, toRequest(fields), {
        "Idempotency-Key": sent.current.key,
      });
      sent.current = { body: "", key: "" };
      setFields(blank);
      void mutate(jobs.latest);
      router.push(`/jobs/${created.job_id}`);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const named = error.issues.filter((issue) => issue.path in blank);
      refuse(Object.fromEntries(named.map((issue) => [issue.path, sentence("Ce champ", issue.message)])));
      if (named.length === 0) setFailure(error.message);
    } finally {
      setBusy(false);
    }
  };

  return { fields, change, errors, failure, busy, submit };
}
