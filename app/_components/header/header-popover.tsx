"use client";

import { Popover } from "@base-ui/react/popover";
import type { ReactNode } from "react";

export function HeaderPopover({ label, title, children }: { label: ReactNode; title: string; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="text-[0.8125rem] text-faint transition-colors hover:text-ink">
        {label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" collisionPadding={16} className="z-40">
          <Popover.Popup className="w-88 max-w-[calc(100vw-2rem)] origin-(--transform-origin) rounded-xl border border-line bg-sheet p-5 shadow-xl shadow-black/10 outline-none transition-[opacity,scale] duration-150 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
            <Popover.Title className="text-lg">{title}</Popover.Title>
            <Popover.Description render={<div />} className="mt-2 space-y-3 text-sm text-soft">
              {children}
            </Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
