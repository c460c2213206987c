import { expect, test } from "vitest";
import { normalizeAddress } from "./normalize-address.ts";

const normalized = (url: string) => {
  const request = { url };
  normalizeAddress(request);
  return request.url;
};
const receiver = "/api/webhooks/book-completion";

test.each([
  receiver,
  `/${receiver}`,
  `//${receiver}`,
  `${receiver}/`,
  `${receiver}//`,
  `/${receiver}///`,
  "/api//webhooks/book-completion",
  "/API/webhooks/book-completion",
  "/api/Webhooks/Book-Completion/",
  "//API//WEBHOOKS//BOOK-COMPLETION//",
])("%s est le récepteur", (url) => {
  expect(normalized(url)).toBe(receiver);
  expect(normalized(`${url}?a=//b&C=d`)).toBe(`${receiver}?a=//b&C=d`);
});

test.each([
  ["/", "/"],
  ["//", "/"],
  ["//api/books/create", "/api/books/create"],
  ["/api/jobs//Abc-1/", "/api/jobs/Abc-1/"],
  ["/API/jobs", "/API/jobs"],
  ["/api/webhooks/book-completion/x", "/api/webhooks/book-completion/x"],
  ["/api/webhooks/book-completions", "/api/webhooks/book-completions"],
  ["//ailleurs.example/", "/ailleurs.example/"],
  ["/books/a?suite=//b", "/books/a?suite=//b"],
  ["http://localhost//api", "http://localhost//api"],
  ["*", "*"],
])("%s devient %s", (url, expected) => expect(normalized(url)).toBe(expected));
