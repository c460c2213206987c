"use client";

import { useEffect, useRef, useState } from "react";
import type { ChapterRow } from "#app/_components/outline/chapter-rows.ts";
import { count } from "#app/_components/text/numbers.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { GivenChapter } from "#lib/contract/outline.ts";
import { readPlan } from "./read/read-plan.ts";
import { toRows } from "./rows.ts";

export type PlanProps = {
  rows: ChapterRow[];
  setPlan: (rows: ChapterRow[] | undefined) => void;
  title: string;
  setTitle: (title: string) => void;
};

/** What a text was read as, in a sentence. */
function tellRead(text: string, chapters: number, title: string): string {
  if (text.trim() === "") return "";
  const titled = title && `, et le titre du livre\u202f: «\u202f${title}\u202f»`;
  return chapters === 0 && !title
    ? "Aucun chapitre lu dans ce texte."
    : `${count(chapters, "chapitre lu", "chapitres lus")}${titled}.`;
}

/** The author's plan: its chapters, the text that they were read from, and what of that text found no place. */
export function usePlan({ rows, setPlan, title, setTitle }: PlanProps) {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  }, [rows]);
  const [pasted, setPasted] = useState({ text: "", read: "" });
  const [unplaced, setUnplaced] = useState<string[]>([]);
  const [told, tell] = useState("");
  /** As they came: while nobody has changed them, what comes next takes their place. */
  const [came, setCame] = useState<{ rows?: ChapterRow[]; title: string }>({ title: "" });
  const isUntouched = rows.length === 0 || rows === came.rows;

  const edit = (change: (rows: ChapterRow[]) => ChapterRow[]) => {
    latest.current = change(latest.current);
    setPlan(latest.current);
  };

  const replace = (chapters: GivenChapter[], titled: string) => {
    const before = latest.current;
    const next = toRows(chapters);
    edit(() => next);
    setCame({ rows: next, title: titled });
    if (isUntouched) return;
    toast("Le plan a été remplacé.", { action: { label: "Rétablir", onClick: () => edit(() => before) } });
  };

  const read = (text: string) => {
    const { title: found = "", chapters, unplaced: left } = readPlan(text);
    // A title that a person typed stays.
    const isFree = title.trim() === "" || title === came.title;
    if (isFree && found !== title) setTitle(found);
    replace(chapters, isFree ? found : came.title);
    setUnplaced(isFree || found === "" || found === title ? left : [found, ...left]);
    tell(tellRead(text, chapters.length, isFree ? found : ""));
    setPasted({ text, read: text });
  };

  const paste = (text: string) => (isUntouched ? read(text) : setPasted(({ read }) => ({ text, read })));
  const reuse = (from: string, chapters: GivenChapter[]) => {
    setUnplaced([]);
    replace(chapters, came.title);
    tell(`${count(chapters.length, "chapitre repris", "chapitres repris")} de «\u202f${from}\u202f».`);
  };
  const leave = () => {
    const before = latest.current;
    setPlan(undefined);
    requestAnimationFrame(() => document.getElementById("donner-plan")?.focus());
    if (before.length === 0) return;
    toast("Le plan a été retiré.", { action: { label: "Rétablir", onClick: () => setPlan(before) } });
  };

  const isUnread = pasted.text !== pasted.read;
  return { text: pasted.text, isUnread, paste, read: () => read(pasted.text), reuse, leave, edit, unplaced, told };
}
