"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

type ModalProps = {
  open: boolean;
  close: () => void;
  /** Ids of its title and of its description. */
  labelledBy: string;
  describedBy?: string;
  /** An alert is left by its buttons or Escape, never by a click beside it. */
  alert?: boolean;
  className: string;
  children: ReactNode;
};

const closingMs = 250;

/** A native modal dialog, in the document only while it is shown. */
export function Modal({ open, close, labelledBy, describedBy, alert = false, className, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  if (open && !shown) setShown(true);
  useEffect(() => {
    if (!shown) return;
    if (open) {
      dialog.current?.showModal();
      return;
    }
    dialog.current?.close();
    const timer = setTimeout(() => setShown(false), closingMs);
    return () => clearTimeout(timer);
  }, [open, shown]);
  if (!shown) return null;
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog by itself
    <dialog
      ref={dialog}
      role={alert ? "alertdialog" : undefined}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClose={close}
      onClick={(event) => !alert && event.target === event.currentTarget && close()}
      className={`modal bg-sheet text-ink ${className}`}
    >
      {children}
    </dialog>,
    document.body,
  );
}
