import { type ReactNode, useId } from "react";

/** A button of the header that opens a native popover under itself. */
export function HeaderPopover({ label, title, children }: { label: ReactNode; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="header-popover-button text-[0.8125rem] text-faint transition-colors hover:text-ink"
      >
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        className="header-popover w-88 max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-sheet p-5 text-ink shadow-xl shadow-black/10"
      >
        <h2 id={`${id}-title`} className="text-lg">
          {title}
        </h2>
        <div className="mt-2 space-y-3 text-sm text-soft">{children}</div>
      </div>
    </>
  );
}
