"use client";

import { useEffect, useRef } from "react";

/** A thread along the top edge: how far through the whole book the page is scrolled. */
export function ReadingProgress({ position, total }: { position: number; total: number }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const room = scrollHeight - clientHeight;
      const within = room > 0 ? Math.min(1, scrollTop / room) : 1;
      bar.current?.style.setProperty("scale", `${(position - 1 + within) / Math.max(1, total)} 1`);
    };
    const plan = () => {
      frame ||= requestAnimationFrame(draw);
    };
    draw();
    window.addEventListener("scroll", plan, { passive: true });
    window.addEventListener("resize", plan);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", plan);
      window.removeEventListener("resize", plan);
    };
  }, [position, total]);
  return (
    <div aria-hidden="true" className="fixed inset-x-0 top-0 z-30 h-0.75">
      <div ref={bar} className="h-full origin-left bg-accent" style={{ scale: "0 1" }} />
    </div>
  );
}
