import { expect, test } from "vitest";
import { parseDotenv } from "./dotenv.ts";

test.each([
  ["A=ab#cd$ef-2025", "ab#cd$ef-2025"],
  ["A=ab # une remarque", "ab"],
  ["A=#ab", "#ab"],
  ["A= # une remarque", ""],
  ["A=", ""],
  ["A = ab ", "ab"],
  ["  export A=ab", "ab"],
  ['A="a b # c"', "a b # c"],
  ['A="ab" # une remarque', "ab"],
  ["A='a\"b'", 'a"b'],
  ["A=`ab`", "ab"],
  ['A="ab', '"ab'],
  ["A=a\\nb=c", "a\\nb=c"],
  ['A={"m:x": {"input": 0}}', '{"m:x": {"input": 0}}'],
  ["\uFEFFA=ab\r", "ab"],
])("%j se lit tel qu’il est écrit", (line, value) => {
  expect(parseDotenv(`${line}\nB=2`)).toEqual({ A: value, B: "2" });
});

test("une remarque, une ligne vide ou qui n’affecte rien sont laissées ; la dernière valeur compte", () => {
  expect(parseDotenv("# A=1\n\nrien\n1A=2\nA=3\nA=4")).toEqual({ A: "4" });
});
