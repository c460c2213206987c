export type MarkKind = "done" | "running" | "waiting" | "failed" | "off";

const colour: Record<MarkKind, string> = {
  done: "text-accent",
  running: "text-accent",
  waiting: "text-wait",
  failed: "text-fail",
  off: "text-faint",
};

/** Status by shape: a disc is done (breathing: at work), a ring waits, a diamond failed, a dash is off. Always beside its word. */
export function Mark({ kind }: { kind: MarkKind }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 10"
      className={`inline-block size-2.5 shrink-0 ${colour[kind]} ${kind === "running" ? "animate-breathe" : ""}`}
    >
      {(kind === "done" || kind === "running") && <circle cx="5" cy="5" r="4" fill="currentColor" />}
      {kind === "waiting" && <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.8" />}
      {kind === "failed" && (
        <rect x="1.7" y="1.7" width="6.6" height="6.6" rx="1" transform="rotate(45 5 5)" fill="currentColor" />
      )}
      {kind === "off" && <path d="M1.5 5h7" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />}
    </svg>
  );
}
