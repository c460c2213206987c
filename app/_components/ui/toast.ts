import type { ExternalToast } from "sonner";

export type Toast = { text: string; failed: boolean; options?: ExternalToast | undefined };

const waiting: Toast[] = [];
const listeners = new Set<() => void>();
let show: ((toast: Toast) => void) | undefined;
let wanted = false;

function add(toast: Toast) {
  if (show) return show(toast);
  waiting.push(toast);
  wanted = true;
  for (const listener of listeners) listener();
}

/** Announces in a corner of the page; the library that draws the announcements is loaded with the first of them. */
export const toast = Object.assign((text: string, options?: ExternalToast) => add({ text, failed: false, options }), {
  error: (text: string) => add({ text, failed: true }),
});

/** Hands over the announcements, those that wait first. @returns a function that stops it */
export function showToasts(next: (toast: Toast) => void): () => void {
  show = next;
  for (const toast of waiting.splice(0)) next(toast);
  return () => {
    show = undefined;
  };
}

export const isToasterWanted = () => wanted;

export function subscribeToToaster(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
