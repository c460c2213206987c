"use client";

import { useState } from "react";
import { documents } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { upload } from "#app/_components/data/upload.ts";
import { referenceLimits } from "#lib/contract/limits.ts";
import type { ReferenceView } from "#lib/contract/reference.ts";

function formOf(file: File): FormData {
  const form = new FormData();
  form.set("file", file);
  return form;
}

const tooLarge = ({ size }: File) => size > referenceLimits.fileBytes;

type Errors = { file?: string; url?: string };

/** What is being added, and what was refused; `progress` is the share of a file that has left. */
export function useAddDocument(added: (document: ReferenceView) => void) {
  const [busy, setBusy] = useState<"file" | "url">();
  const [progress, setProgress] = useState<number>();
  const [errors, setErrors] = useState<Errors>({});

  /** @returns whether it was added */
  const add = async (field: "file" | "url", send: () => Promise<ReferenceView>): Promise<boolean> => {
    setBusy(field);
    setErrors({});
    try {
      added(await send());
      return true;
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      setErrors({ [field]: failure.message });
      return false;
    } finally {
      setBusy(undefined);
      setProgress(undefined);
    }
  };

  const addFile = async (file: File) => {
    // What would be refused once all of it had left.
    if (tooLarge(file)) return setErrors({ file: "Le fichier dépasse 20 Mio." });
    await add("file", () => upload(documents.all, formOf(file), { headers: {}, onProgress: setProgress }));
  };
  const addPage = (url: string) => add("url", () => post<ReferenceView>(documents.all, { url }));
  return { addFile, addPage, busy, progress, errors };
}
