import { afterEach, expect, test } from "vitest";
import { reloadEnv } from "../../env.ts";
import { isOwnReceiver, ownReceiverInsteadOf } from "./own-receiver.ts";

const path = "/api/webhooks/book-completion";
function setPlace(variables: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  reloadEnv();
}
afterEach(() =>
  setPlace({ PORT: undefined, PUBLIC_URL: undefined, VERCEL_URL: undefined, VERCEL_PROJECT_PRODUCTION_URL: undefined }),
);

test.each([
  ["http://localhost:4000", { PORT: "4000" }],
  ["http://127.0.0.1:4000", { PORT: "4000" }],
  ["http://[::1]:4000", { PORT: "4000" }],
  ["http://localhost", { PORT: "80" }],
  ["https://livres.example", { PUBLIC_URL: "https://livres.example/" }],
  ["https://livres.vercel.app", { VERCEL_PROJECT_PRODUCTION_URL: "livres.vercel.app" }],
])("%s est ce déploiement", (origin, variables) => {
  setPlace(variables);
  expect(isOwnReceiver(origin + path)).toBe(true);
  expect(isOwnReceiver(`${origin}${path}/`)).toBe(true);
  expect(isOwnReceiver(`${origin}/autre`)).toBe(false);
});

test.each(["http://localhost:4001", "https://livres.example:8443", "https://autre.example", "http://10.0.0.1:4000"])(
  "%s n’est pas ce déploiement",
  (origin) => {
    setPlace({ PORT: "4000", PUBLIC_URL: "https://livres.example" });
    expect(isOwnReceiver(origin + path)).toBe(false);
  },
);

test("d’une adresse restée à un autre port de cette machine, la bonne est connue", () => {
  setPlace({ PORT: "4000" });
  const own = `http://localhost:4000${path}`;
  expect(ownReceiverInsteadOf(new URL(`http://localhost:3000${path}`))).toBe(own);
  expect(ownReceiverInsteadOf(new URL(`http://127.0.0.1:3000${path}/`))).toBe(own);
  expect(ownReceiverInsteadOf(new URL(own))).toBeUndefined();
  expect(ownReceiverInsteadOf(new URL("http://localhost:3000/api/webhooks/autre"))).toBeUndefined();
  expect(ownReceiverInsteadOf(new URL(`http://10.0.0.1:3000${path}`))).toBeUndefined();
});
