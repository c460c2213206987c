"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { jobs, manuscripts } from "#app/_components/data/keys.ts";
import { makeKey } from "#app/_components/data/request-key.ts";
import { upload } from "#app/_components/data/upload.ts";
import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import type { JobCreated } from "#lib/contract/job.ts";
import { manuscriptLimits } from "#lib/contract/limits.ts";

type Fields = { file: File | undefined; title: string; language: string };

const blank: Fields = { file: undefined, title: "", language: "" };

/** What would be refused once all of it had left. */
function checkFile({ file }: Fields): FieldErrors {
  if (!file) return { file: "Choisissez un fichier." };
  return file.size > manuscriptLimits.fileBytes ? { file: "Le fichier dépasse 20 Mio." } : {};
}

function toForm({ file, title, language }: Fields): FormData {
  const form = new FormData();
  if (title.trim()) form.set("title", title);
  if (language) form.set("language", language);
  if (file) form.set("file", file);
  return form;
}

/** The form's state, and its sending: `progress` is the share of the file that has left, undefined before. */
export function useImport() {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const [progress, setProgress] = useState<number>();
  const sent = useRef({ of: blank, key: "" });
  const keyOf = (fields: Fields) => {
    const { of, key } = sent.current;
    const isSame = of.file === fields.file && of.title === fields.title && of.language === fields.language;
    if (!isSame || key === "") sent.current = { of: fields, key: makeKey() };
    return sent.current.key;
  };
  const form = useEditForm<Fields, Fields, JobCreated>({
    initial: blank,
    toBody: (fields) => fields,
    check: checkFile,
    subjectOf: (field) => (field === "file" ? "Le fichier" : "Ce champ"),
    send: (fields) => {
      setProgress(0);
      const headers = { "Idempotency-Key": keyOf(fields) };
      return upload<JobCreated>(manuscripts, toForm(fields), { headers, onProgress: setProgress }).finally(() =>
        setProgress(undefined),
      );
    },
    onSaved: ({ job_id }) => {
      void mutate(jobs.latest);
      router.push(`/jobs/${job_id}`);
    },
  });
  return { ...form, progress };
}
