import { Mark, type MarkKind } from "./mark.tsx";

const wash: Record<"failed" | "waiting" | "done", string> = {
  failed: "bg-fail-wash",
  waiting: "bg-wait-wash",
  done: "bg-accent-wash",
};

type NoticeProps = { kind: "failed" | "waiting" | "done"; children: React.ReactNode; live?: boolean };

/** A sentence to act on. `live` for what appears while someone is on the page. */
export function Notice({ kind, children, live = false }: NoticeProps) {
  return (
    <div
      role={live ? (kind === "failed" ? "alert" : "status") : undefined}
      className={`flex gap-3 rounded-xl px-4 py-3 text-[0.9375rem] ${wash[kind]}`}
    >
      <span className="flex h-[1.5em] items-center">
        <Mark kind={kind satisfies MarkKind} />
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
