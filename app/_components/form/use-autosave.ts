"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { RequestFailed } from "#app/_components/data/request.ts";
import type { Issue } from "#lib/contract/error.ts";

const pauseMs = 1000;
export type Saving = "saved" | "typing" | "saving" | "invalid" | "failed" | "conflict";

/** What each state of saving is to a person. */
export const savingWords: Record<Saving, string> = {
  saved: "Enregistré",
  typing: "Modifications en attente…",
  saving: "Enregistrement…",
  invalid: "Non enregistré\u202f: un champ est à corriger.",
  failed: "Non enregistré.",
  conflict: "Non enregistré\u202f: modifié ailleurs.",
};

type Options<Draft> = {
  initial: Draft;
  version: number;
  /** @throws {RequestFailed} */
  send: (draft: Draft, version: number) => Promise<{ version: number }>;
};

/** A draft that is saved a second after its last change, each time with the version that the saving before it made. */
export function useAutosave<Draft>({ initial, version, send }: Options<Draft>) {
  const [draft, setDraft] = useState(initial);
  const [saving, setSaving] = useState<Saving>("saved");
  const [issues, setIssues] = useState<Issue[]>([]);
  const [failure, setFailure] = useState<string>();
  const latest = useRef(draft);
  const saved = useRef({ draft, version });
  const running = useRef<Promise<boolean>>(undefined);
  const sending = useRef(send);
  sending.current = send;

  const edit = (change: (draft: Draft) => Draft) => {
    latest.current = change(latest.current);
    setDraft(latest.current);
    setSaving((state) => (state === "conflict" ? state : "typing"));
  };

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const current = latest.current;
    if (current === saved.current.draft) return true;
    setFailure(undefined);
    setSaving("saving");
    try {
      const { version } = await sending.current(current, saved.current.version);
      setIssues([]);
      saved.current = { draft: current, version };
      setSaving(latest.current === current ? "saved" : "typing");
      return latest.current === current;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setIssues(error.issues);
      const refused = error.status === 422;
      if (!refused || error.issues.length === 0) setFailure(error.message);
      setSaving(error.status === 409 ? "conflict" : refused ? "invalid" : "failed");
      return false;
    }
  }, []);

  /** One at a time: each is sent with the version that the one before it made. */
  const save = useCallback(() => {
    running.current = (running.current ?? Promise.resolve(true)).then(saveOnce, saveOnce);
    return running.current;
  }, [saveOnce]);

  /** Goes on from another version: with its draft, or with one that has both. */
  const rebase = useCallback((version: number, draft: Draft, isSaved: boolean) => {
    latest.current = draft;
    saved.current = { draft: isSaved ? draft : saved.current.draft, version };
    setDraft(draft);
    setFailure(undefined);
    setSaving(isSaved ? "saved" : "typing");
  }, []);

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

  return { draft, edit, saving, setSaving, issues, failure, save, rebase, saved };
}
