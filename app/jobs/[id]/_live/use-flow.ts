"use client";

import { useEffect, useRef, useState } from "react";

const frameMs = 150;
/** Text that came at once is spread over about this long. */
const spreadMs = 450;
/** More than this is not news but a page being opened: it is there at once. */
const maxFlowing = 1500;

/** A text that comes by the handful, shown as it would flow. Who asked for less motion gets it as it comes. */
export function useFlow(text: string): string {
  const [length, setLength] = useState(text.length);
  const target = useRef(text.length);
  target.current = text.length;
  const flowing = length < text.length;
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
  if (length > text.length) setLength(text.length);
  return flowing ? text.slice(0, length) : text;
}
