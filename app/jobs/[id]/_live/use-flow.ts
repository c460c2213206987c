"use client";

import { useEffect, useRef, useState } from "react";

const frameMs = 150;
/** The time over which text that comes at once is spread. */
const spreadMs = 450;
/** A longer addition is a page being opened, and is shown at once. */
const maxFlowingCharacters = 1500;

/** The number of characters to show of a growing text, so that it flows; with reduced motion it is shown as it comes. */
export function useFlow(total: number): number {
  const [length, setLength] = useState(total);
  const target = useRef(total);
  target.current = total;
  const flowing = length < total;
  useEffect(() => {
    if (!flowing) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const timer = setInterval(() => {
      setLength((now) => {
        const left = target.current - now;
        if (still || left > maxFlowingCharacters) return target.current;
        return now + Math.min(left, Math.max(2, Math.ceil((left * frameMs) / spreadMs)));
      });
    }, frameMs);
    return () => clearInterval(timer);
  }, [flowing]);
  if (length > total) setLength(total);
  return Math.min(length, total);
}
