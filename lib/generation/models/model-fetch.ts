/**
 * The `fetch` of every provider. Left to itself it follows redirects, and takes a key in a header of the provider's own
 * along to whatever host they name.
 */
export const modelFetch: typeof fetch = (input, init) => fetch(input, { ...init, redirect: "manual" });
