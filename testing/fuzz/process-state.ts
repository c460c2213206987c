import { readdirSync, readFileSync } from "node:fs";

export const descriptorsOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

export function residentMiBOf(pid: number): number {
  const [, kib = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}
