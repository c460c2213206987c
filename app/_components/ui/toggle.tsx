"use client";

import { useId } from "react";

type ToggleProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void };

export function Toggle({ label, hint, checked, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-6">
      <div>
        <p id={id} className="font-medium">
          {label}
        </p>
        <p id={`${id}-hint`} className="text-[0.8125rem] text-faint">
          {hint}
        </p>
      </div>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-6 w-10.5 shrink-0 appearance-none rounded-full bg-edge transition-colors duration-200 before:absolute before:top-0.75 before:left-0.75 before:size-4.5 before:rounded-full before:bg-sheet before:shadow-sm before:transition-transform before:duration-200 before:ease-out checked:bg-accent checked:before:translate-x-4.5"
      />
    </div>
  );
}
