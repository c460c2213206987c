import { expect, test } from "vitest";
import { pageIn } from "./page-in.ts";

test.each([
  ["http://localhost:3000/jobs/cmh3abc", "jobs", "cmh3abc"],
  ["/jobs/a%3Ab?x=1", "jobs", "a:b"],
  ["/jobs/a:b.c#plan", "jobs", "a:b.c"],
  ["/jobs/...", "jobs", "..."],
  [
    "https://x.test/books/0198b3a4-0000-7000-8000-000000000000?version=2",
    "books",
    "0198b3a4-0000-7000-8000-000000000000",
  ],
  ["/jobs/%ff", "jobs", "%ff"],
] as const)("%s mène à sa page", (text, kind, id) => expect(pageIn(text)).toEqual({ kind, id }));

test.each(["cmh3abc", "a:b", "", "/jobs/", "jobs/x"])("%s n’est pas une adresse", (text) =>
  expect(pageIn(text)).toBeUndefined(),
);
