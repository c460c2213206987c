"use client";

import { useSyncExternalStore } from "react";

const scales = [0.88, 1, 1.14, 1.3];
const normal = 1;
const name = "sorami.taille-du-texte";
const listeners = new Set<() => void>();

function read(): number {
  try {
    const index = Number(localStorage.getItem(name) ?? normal);
    return scales[index] === undefined ? normal : index;
  } catch {
    return normal;
  }
}

function write(index: number) {
  try {
    localStorage.setItem(name, String(index));
  } catch {
    // Storage may be refused: the size then stays as it is.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useReadingScale() {
  const index = useSyncExternalStore(subscribe, read, () => normal);
  return {
    scale: scales[index] ?? 1,
    smaller: index > 0 ? () => write(index - 1) : undefined,
    larger: index < scales.length - 1 ? () => write(index + 1) : undefined,
  };
}
