"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, put, RequestFailed } from "#app/_components/data/request.ts";
import { type ChapterErrors, toChapterErrors } from "#app/_components/outline/chapter-errors.ts";
import type { OutlineView } from "#lib/contract/outline.ts";
import { type Draft, toDraft, toEdit } from "./draft.ts";

const pauseMs = 1000;
export type Saving = "saved" | "typing" | "saving" | "invalid" | "failed" | "conflict";

/** The outline being edited, saved a second after the last change, and its approval. */
export function useOutline(id: string, outline: OutlineView) {
  const { mutate } = useSWRConfig();
  const [draft, setDraft] = useState(() => toDraft(outline));
  const [saving, setSaving] = useState<Saving>("saved");
  const [errors, setErrors] = useState<ChapterErrors>({});
  const [failure, setFailure] = useState<{ of: "save" | "approve"; message: string }>();
  const latest = useRef(draft);
  const saved = useRef({ draft, version: outline.version });
  const running = useRef<Promise<boolean>>(undefined);

  const edit = (change: (draft: Draft) => Draft) => {
    latest.current = change(latest.current);
    setDraft(latest.current);
    setSaving((state) => (state === "conflict" ? state : "typing"));
  };

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const current = latest.current;
    if (current === saved.current.draft) return true;
    const edit = toEdit(current, saved.current.version);
    setFailure(undefined);
    setSaving("saving");
    try {
      const { version } = await put<OutlineView>(jobs.outline(id), edit);
      setErrors({});
      saved.current = { draft: current, version };
      setSaving(latest.current === current ? "saved" : "typing");
      return latest.current === current;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setErrors(toChapterErrors(error.issues));
      const refused = error.status === 422;
      if (!refused || error.issues.length === 0) setFailure({ of: "save", message: error.message });
      setSaving(error.status === 409 ? "conflict" : refused ? "invalid" : "failed");
      return false;
    }
  }, [id]);

  /** One at a time: each is sent with the version that the one before it made. */
  const save = useCallback(() => {
    running.current = (running.current ?? Promise.resolve(true)).then(saveOnce, saveOnce);
    return running.current;
  }, [saveOnce]);

  useEffect(() => {
    if (saving !== "typing" || draft === saved.current.draft) return;
    const timer = setTimeout(save, pauseMs);
    return () => clearTimeout(timer);
  }, [draft, saving, save]);

  // Leaving the page within that second saves it too.
  useEffect(
    () => () => {
      if (latest.current !== saved.current.draft) void save();
    },
    [save],
  );

  useEffect(() => {
    if (saving === "saved") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [saving]);

  const approve = async () => {
    setFailure(undefined);
    if (!(await save())) return;
    try {
      await post(jobs.approve(id), { version: saved.current.version });
      await Promise.all([mutate(jobs.one(id)), mutate(jobs.latest)]);
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 409) setSaving("conflict");
      setFailure({ of: "approve", message: error instanceof Error ? error.message : "L’action n’a pas abouti." });
    }
  };

  return { draft, edit, saving, errors, failure, save, approve };
}
