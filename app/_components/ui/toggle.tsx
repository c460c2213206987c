"use client";

import { Switch } from "@base-ui/react/switch";
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
      <Switch.Root
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-6 w-10.5 shrink-0 rounded-full bg-edge transition-colors duration-200 data-checked:bg-accent"
      >
        <Switch.Thumb className="absolute top-0.75 left-0.75 size-4.5 rounded-full bg-sheet shadow-sm transition-transform duration-200 ease-out data-checked:translate-x-4.5" />
      </Switch.Root>
    </div>
  );
}
