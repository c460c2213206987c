"use client";

import { useEffect } from "react";
import { toast as draw, Toaster as Sonner } from "sonner";
import { showToasts } from "./toast.ts";

const look =
  "flex w-full items-start gap-3 rounded-xl bg-ink px-4 py-3 font-sans text-sm text-paper shadow-lg shadow-black/15";

const action = "-my-1 ml-auto shrink-0 rounded-md px-2 py-1 font-medium underline underline-offset-4";

export default function Toaster() {
  useEffect(() => showToasts(({ text, failed, options }) => (failed ? draw.error : draw)(text, options)), []);
  return (
    <Sonner
      position="bottom-right"
      toastOptions={{ unstyled: true, classNames: { toast: look, description: "opacity-80", actionButton: action } }}
      containerAriaLabel="Annonces"
    />
  );
}
