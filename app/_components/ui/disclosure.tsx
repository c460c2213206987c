"use client";

import { Collapsible } from "@base-ui/react/collapsible";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A quiet line that opens onto more. */
export function Disclosure({ label, children, open, onOpenChange }: DisclosureProps) {
  return (
    <Collapsible.Root {...(open !== undefined && { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Collapsible.Trigger className="group inline-flex min-h-8 items-center gap-1.5 text-sm text-soft transition-colors hover:text-ink">
        <ChevronRight
          aria-hidden="true"
          className="size-4 transition-transform duration-200 group-data-panel-open:rotate-90"
        />
        {label}
      </Collapsible.Trigger>
      <Collapsible.Panel className="h-(--collapsible-panel-height) overflow-clip [overflow-clip-margin:6px] transition-[height] duration-200 ease-out data-ending-style:h-0 data-starting-style:h-0">
        {children}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
