"use client";

import { useEffect, useState } from "react";
import { Cover } from "#app/_components/cover/cover.tsx";

const pauseMs = 500;

/** Draws the cover of the subject when typing pauses. */
export function CoverPreview({ topic, title }: { topic: string; title: string }) {
  const [drawn, setDrawn] = useState({ topic: "", title: "" });
  useEffect(() => {
    const timer = setTimeout(() => setDrawn({ topic: topic.trim(), title: title.trim() }), pauseMs);
    return () => clearTimeout(timer);
  }, [topic, title]);
  if (!drawn.topic || !topic.trim()) return null;
  return (
    <div key={drawn.topic} className="ml-auto hidden w-18 animate-appear sm:block" aria-hidden="true">
      <Cover title={drawn.title || drawn.topic} topic={drawn.topic} />
    </div>
  );
}
