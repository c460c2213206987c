"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, put, RequestFailed } from "#app/_components/data/request.ts";
import { useAutosave } from "#app/_components/form/use-autosave.ts";
import { toChapterErrors } from "#app/_components/outline/chapter-errors.ts";
import type { OutlineView } from "#lib/contract/outline.ts";
import { toDraft, toEdit } from "./draft.ts";

/** The outline being edited, saved a second after the last change, and its approval. */
export function useOutline(id: string, outline: OutlineView) {
  const { mutate } = useSWRConfig();
  const [initial] = useState(() => toDraft(outline));
  const autosave = useAutosave({
    initial,
    version: outline.version,
    send: (draft, version) => put<OutlineView>(jobs.outline(id), toEdit(draft, version)),
  });
  const { draft, edit, saving, issues, save, saved } = autosave;
  const [refused, setRefused] = useState<string>();

  const approve = async () => {
    setRefused(undefined);
    if (!(await save())) return;
    try {
      await post(jobs.approve(id), { version: saved.current.version });
      await Promise.all([mutate(jobs.one(id)), mutate(jobs.latest)]);
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 409) autosave.setSaving("conflict");
      setRefused(error instanceof Error ? error.message : "L’action n’a pas abouti.");
    }
  };

  const message = autosave.failure ?? refused;
  const of = autosave.failure === undefined ? ("approve" as const) : ("save" as const);
  return {
    draft,
    edit,
    saving,
    errors: toChapterErrors(issues),
    failure: message ? { of, message } : undefined,
    save,
    approve,
  };
}
