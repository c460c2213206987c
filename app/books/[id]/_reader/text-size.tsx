"use client";

import { useEffect } from "react";
import { useReadingScale } from "./use-reading-scale.ts";

/** Smaller or larger text, remembered on this device. */
export function TextSize() {
  const { scale, smaller, larger } = useReadingScale();
  useEffect(() => {
    document.documentElement.style.setProperty("--reading-scale", String(scale));
  }, [scale]);
  const look =
    "inline-flex size-9 items-center justify-center rounded-md font-serif text-soft transition-colors enabled:hover:text-ink disabled:opacity-40";
  return (
    <span className="-mr-2 flex">
      <button type="button" className={look} disabled={!smaller} onClick={smaller} aria-label="Réduire le texte">
        <span className="text-sm">A</span>
      </button>
      <button type="button" className={look} disabled={!larger} onClick={larger} aria-label="Agrandir le texte">
        <span className="text-xl">A</span>
      </button>
    </span>
  );
}
