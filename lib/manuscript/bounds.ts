/** What a file may make us read: a small one can be inflated without end. */
export const bounds = {
  entries: 5000,
  inflatedBytes: 128 * 1024 * 1024,
  /** Of one document, inflated. */
  documentBytes: 24 * 1024 * 1024,
  /** Of all documents of an EPUB together. */
  elements: 400_000,
  depth: 200,
} as const;
