"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { isToasterWanted, subscribeToToaster } from "./toast.ts";

const Toaster = lazy(() => import("./toaster.tsx"));

/** The place of the announcements, once there is one. */
export function Toasts() {
  const wanted = useSyncExternalStore(subscribeToToaster, isToasterWanted, () => false);
  return (
    wanted && (
      <Suspense>
        <Toaster />
      </Suspense>
    )
  );
}
