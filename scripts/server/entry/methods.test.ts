import path from "node:path";
import { expect, test } from "vitest";
import { root } from "#testing/app/app.ts";
import { servedRoutes } from "#testing/app/routes.ts";
import { readMethods } from "./methods.ts";

type RouteModule = { OPTIONS: (request: Request, context: unknown) => Response | Promise<Response> };

test("chaque route a les méthodes qu’elle annonce elle-même, et une page celles d’une page", async () => {
  const methodsOf = readMethods(root);
  const served = servedRoutes();
  expect(served.length).toBeGreaterThan(40);
  for (const { path: address, kind, file } of served) {
    if (kind === "page") {
      expect(methodsOf(address), address).toEqual(["GET", "HEAD"]);
      continue;
    }
    const { OPTIONS }: RouteModule = await import(path.join(root, "app", file));
    const answer = await OPTIONS(new Request("http://x.test/"), {});
    const announced = answer.headers.get("allow")?.split(", ");
    // What is unknown answers 404 to every method.
    if (answer.status === 404) expect(methodsOf(address), address).toBeUndefined();
    else expect(methodsOf(address), address).toEqual(announced);
  }
});

test.each([
  ["/api/books/create", "POST"],
  ["/api/books/create/", "POST"],
  ["/api/books/x", "GET, HEAD, DELETE"],
  ["/api/books/x/chapters/1", "GET, HEAD"],
  ["/health", "GET, HEAD"],
  ["/job-status/x", "GET, HEAD"],
  ["/jobs/x", "GET, HEAD"],
  ["/", "GET, HEAD"],
])("%s prend %s", (address, allowed) => expect(readMethods(root)(address)?.join(", ")).toBe(allowed));

test("une adresse inconnue répond pour elle-même", () => {
  for (const address of ["/rien", "/api", "/api/rien", "/api/books/x/y/z", "/_next/static/x", "//api/books"])
    expect(readMethods(root)(address), address).toBeUndefined();
});
