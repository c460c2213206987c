"use client";

import { type ReactNode, useState } from "react";

type PanelProps = { id: string; open: boolean; className?: string; children: ReactNode };

/** Unfolds its children; they are rendered from the first opening on, and hidden from everyone while it is closed. */
export function Panel({ id, open, className = "duration-200", children }: PanelProps) {
  const [everOpen, setEverOpen] = useState(open);
  if (open && !everOpen) setEverOpen(true);
  // Visibility follows the height only when closing: what opens can be focused at once.
  const state = open
    ? "grid-rows-[1fr] transition-[grid-template-rows]"
    : "invisible grid-rows-[0fr] transition-[grid-template-rows,visibility]";
  return (
    <div id={id} className={`grid ease-out ${state} ${className}`}>
      <div className={`min-h-0 overflow-clip ${open ? "[overflow-clip-margin:6px]" : ""}`}>{everOpen && children}</div>
    </div>
  );
}
