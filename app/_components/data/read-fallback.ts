/**
 * Reads data that the server sends with a page, for SWR's `fallback`. Data that cannot be read is left to the browser's
 * own request, which says why. It is the value, never a promise: a component that waits for one is rendered again with
 * the hooks of a render that was thrown away, and SWR's then fail.
 */
export const readFallback = async <T>(key: string, reading: Promise<T>): Promise<Record<string, T | undefined>> => ({
  [key]: await reading.catch(() => undefined),
});
