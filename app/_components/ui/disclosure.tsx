"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Panel } from "./panel.tsx";

type DisclosureProps = {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A quiet line that opens onto more; it keeps its own state unless `open` is given. */
export function Disclosure({ label, children, open: given, onOpenChange }: DisclosureProps) {
  const id = useId();
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  const toggle = () => {
    setOwn(!open);
    onOpenChange?.(!open);
  };
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
        className="group inline-flex min-h-8 items-center gap-1.5 text-sm text-soft transition-colors hover:text-ink"
      >
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 transition-transform duration-200 group-aria-expanded:rotate-90"
        />
        {label}
      </button>
      <Panel id={id} open={open}>
        {children}
      </Panel>
    </div>
  );
}
