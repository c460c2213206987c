"use client";

import { useEffect, useState } from "react";

/**
 * Something to show this once. Next keeps a page that was left, hidden, with its state: this forgets when the page is
 * left, so that coming back shows nothing and no secret stays in the document.
 */
export function useShownOnce<T>() {
  const [value, setValue] = useState<T>();
  useEffect(() => () => setValue(undefined), []);
  return [value, setValue] as const;
}
