const shownHeaders = /^(?:accept|content-type|anthropic-version|retry-after(?:-ms)?|(?:[a-z]+-)*ratelimit-[a-z-]+)$/;

/** Leaves out every header that may hold a key or name a person. */
export const shownOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => shownHeaders.test(name)));

const shownParameters = ["alt", "api-version"];

/** Leaves out the name, the password, and every parameter that may be a key. */
export function shownUrl(address: string): string {
  const url = new URL(address);
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (!shownParameters.includes(name)) url.searchParams.set(name, "…");
  return url.href;
}

const minLength = 8;
const secretVariable = /KEY|SECRET|TOKEN|PASSWORD|DATABASE_URL/;

/** Collects the values that must not be written down: of the request's own headers and address, and of the environment. */
export function secretsOf(address: string, headers: Headers): string[] {
  const url = new URL(address);
  const hidden = [...headers].filter(([name]) => !shownHeaders.test(name)).map(([, value]) => value);
  const parameters = [...url.searchParams]
    .filter(([name]) => !shownParameters.includes(name))
    .map(([, value]) => value);
  const variables = Object.entries(process.env).flatMap(([name, value]) =>
    secretVariable.test(name) ? (value ?? []) : [],
  );
  const values = [...hidden, ...parameters, ...variables, decodeURIComponent(url.password), url.username];
  const parts = values
    .flatMap((value) => [value, ...value.split(/[\s,;]+/)])
    .filter((value) => value.length >= minLength);
  const written = parts.flatMap((value) => [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]);
  return [...new Set(written)].sort((one, other) => other.length - one.length);
}

/** What looks like a key, also with stars in its middle, as providers quote one. */
const looks =
  /\b(?:sk|pk|rk|gsk|xai|hf|r8|nvapi|pplx|AIza|ya29)[-_.]?[\w*.-]{16,}|\beyJ[\w-]{10,}\.[\w.-]{10,}|\bsk-[\w*.-]{6,}/g;

/** Replaces each by as many stars, so that nothing else moves. */
export function mask(text: string, secrets: string[]): string {
  const stars = (secret: string) => "*".repeat(secret.length);
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, stars(secret)), text);
  return masked.replace(looks, stars);
}
