"use client";

import { useEffect, useState } from "react";

const pauseMs = 500;

/** Follows a value that changes with every letter, when typing pauses. */
export function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
