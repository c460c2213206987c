"use client";

import { useEffect, useRef, useState } from "react";

const frameMs = 150;
/** Text that came at once is spread over about this long. */
const spreadMs = 450;
/** More than this is not news but a page being opened: it is there at once. */
const maxFlowing = 1500;

/** How much is shown of a text that comes by the handful, as it would flow. Who asked for less motion gets it as it comes. */
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
        if (still || left > maxFlowing) return target.current;
        return now + Math.min(left, Math.max(2, Math.ceil((left * frameMs) / spreadMs)));
      });
    }, frameMs);
    return () => clearInterval(timer);
  }, [flowing]);
  if (length > total) setLength(total);
  return Math.min(length, total);
}
