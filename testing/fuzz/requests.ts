import fc from "fast-check";
import { bodies, frame, framings } from "./bodies.ts";
import { headersWith } from "./headers.ts";
import { openId, targets } from "./targets.ts";

export type FuzzOptions = {
  seed: number;
  count: number;
  token: string;
  secret: string;
};
export type Asked = { path: string; bytes: Buffer };

const oddMethods = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
  "CONNECT",
  "get",
  "FOO",
  "",
];

const damages = fc.oneof(
  { weight: 16, arbitrary: fc.constant((bytes: Buffer) => bytes) },
  {
    weight: 1,
    arbitrary: fc
      .double({ min: 0, max: 1, noNaN: true })
      .map((at) => (bytes: Buffer) => bytes.subarray(0, Math.floor(at * bytes.length))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.double({ min: 0, max: 0.3, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 8 }))
      .map(([at, inserted]) => (bytes: Buffer) => {
        const place = Math.floor(at * bytes.length);
        return Buffer.concat([bytes.subarray(0, place), inserted, bytes.subarray(place)]);
      }),
  },
  {
    weight: 1,
    arbitrary: fc.constant((bytes: Buffer) => Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")),
  },
  { weight: 1, arbitrary: fc.constant((bytes: Buffer) => Buffer.concat([bytes, bytes])) },
);

/** Requests over every route, most by a method that it has, in bytes: methods, addresses, headers, bodies and framings, right and wrong. */
export function fuzzedRequests({ seed, count, token, secret }: FuzzOptions, methodsOf: Map<string, string[]>): Asked[] {
  const request = fc
    .tuple(fc.nat(), targets, headersWith(token, secret), bodies, framings, damages)
    .map(([choice, [address, id, query], headers, content, framing, damage]) => {
      const usual = choice % 4 === 0 ? undefined : methodsOf.get(address);
      const among = usual ?? oddMethods;
      const method = among[(choice >> 2) % among.length] ?? "GET";
      const path = address.replace(openId, id) + query;
      const { lines, body } = frame(content, method === "GET" && framing === "right" ? "none" : framing);
      const named = headers.some(([name]) => name === "Host") ? [] : ["Host: localhost"];
      const all = [`${method} ${path} HTTP/1.1`, ...named, ...headers.map((pair) => pair.join(": ")), ...lines];
      return { path, bytes: damage(Buffer.concat([Buffer.from(`${all.join("\r\n")}\r\n\r\n`), body])) };
    });
  return fc.sample(request, { seed, numRuns: count });
}
