import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after.ts";

const at = new Date("1994-11-06T08:48:37Z");

test.each([
  ["0", 0],
  ["3", 3000],
  [" 120 ", 120_000],
  ["999999999", 86_400_000],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 60_000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 60_000],
  ["Sun Nov  6 08:49:37 1994", 60_000],
  ["Sat, 05 Nov 1994 08:49:37 GMT", 0],
  ["Wed, 06 Nov 2013 08:49:37 GMT", 86_400_000],
])("« %s » se lit", (header, waitMs) => expect(parseRetryAfter(header, at)).toBe(waitMs));

test.each([
  ["5, 5", 5000],
  ["5,5,5", 5000],
  ["Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", 60_000],
  ["5, 6", undefined],
  ["5, 55", undefined],
])("« %s », envoyé plusieurs fois", (header, waitMs) => expect(parseRetryAfter(header, at)).toBe(waitMs));

test.each([
  undefined,
  null,
  "",
  "bientôt",
  "1.5",
  "-5",
  "+5",
  "5s",
  "0x10",
  "1e3",
  "1994-11-06T08:49:37Z",
  "06 Nov 1994",
  "Sun, 06 Nov 1994 08:49:37 +0100",
  "Sun, 99 Nov 1994 08:49:37 GMT",
  "5".repeat(100_000),
])("%s ne compte pas", (header) => expect(parseRetryAfter(header, at)).toBeUndefined());
