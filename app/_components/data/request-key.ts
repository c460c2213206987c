const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Makes an `Idempotency-Key`: what is sent twice with it is done once. */
export const makeKey = () => toHex(crypto.getRandomValues(new Uint8Array(16)));
