/** The classes of a radio button. */
export const radio =
  "size-4 shrink-0 appearance-none rounded-full border border-edge bg-sheet checked:border-accent checked:bg-accent checked:shadow-[inset_0_0_0_3px_var(--sheet)]";
