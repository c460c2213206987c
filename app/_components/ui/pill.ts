/** A filter one presses to keep what it names. */
export const pill =
  "inline-flex min-h-9 items-center gap-2 rounded-full border border-line bg-sheet px-3.5 text-sm text-soft transition-colors hover:border-edge aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-ink";
