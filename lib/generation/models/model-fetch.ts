/** `fetch` would follow a redirect to any host, with the key that a provider takes in its own header. */
export const modelFetch: typeof fetch = (input, init) => fetch(input, { ...init, redirect: "manual" });
