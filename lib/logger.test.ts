import { expect, test } from "vitest";
import { describeError } from "./logger.ts";

test("une erreur se lit, qu’elle soit ou non une Error, sans ce qui pourrait porter un secret", () => {
  const failed = Object.assign(new TypeError("perdu"), { config: { password: "secret" } });
  expect(describeError(failed)).toEqual({ name: "TypeError", message: "perdu", stack: failed.stack });
  const ofQueue = {
    message: "relation absente",
    stack: "Error: …",
    queue: "delivery",
    worker: "w1",
    params: ["secret"],
  };
  expect(describeError(ofQueue)).toEqual({ message: "relation absente", stack: "Error: …", queue: "delivery" });
  expect(describeError("perdu")).toEqual({ error: "perdu" });
  expect(describeError(undefined)).toEqual({ error: "undefined" });
});
