"use client";

import { useEffect, useRef, useState } from "react";
import { jobs } from "#app/_components/data/keys.ts";
import { put, request } from "#app/_components/data/request.ts";
import { useAutosave } from "#app/_components/form/use-autosave.ts";
import { sentence } from "#app/_components/text/sentence.ts";
import type { BibleView } from "#lib/contract/bible.ts";
import { toDraft, toEdit, withNew } from "./draft.ts";
import { keepPending } from "./pending.ts";

/** The bible being edited: saved a second after the last change, and renewed while nothing is being changed. */
export function useBible(id: string, bible: BibleView) {
  const [initial] = useState(() => toDraft(bible));
  const before = useRef(initial);
  const { draft, edit, saving, issues, failure, save, rebase, saved } = useAutosave({
    initial,
    version: bible.version,
    send: async (sent, version) => {
      const answer = await put<BibleView>(jobs.bible(id), toEdit(sent, version));
      before.current = sent;
      return answer;
    },
  });

  useEffect(() => keepPending(id, save), [id, save]);

  useEffect(() => {
    if (saving !== "saved" || bible.version <= saved.current.version) return;
    before.current = toDraft(bible);
    rebase(bible.version, before.current, true);
  }, [bible, saving, rebase, saved]);

  /** Adds what has come since to what is typed here, and saves both. */
  const takeNew = async () => {
    const latest = await request<BibleView>(jobs.bible(id));
    const base = before.current;
    before.current = toDraft(latest);
    rebase(latest.version, withNew(draft, base, before.current), false);
  };

  const errors: Partial<Record<string, string>> = Object.fromEntries(
    issues.map(({ path, message }) => [path, sentence("Ce champ", message)]),
  );
  return { draft, edit, saving, errors, failure, save, takeNew };
}
