import { existsSync, readdirSync, readFileSync } from "node:fs";

export const descriptorsOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

export function residentMiBOf(pid: number): number {
  const [, kib = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}

/** The time since its start that the main thread of a process was ready to run but did not, because of other processes. */
export function queuedMsOf(pid: number): number {
  const file = `/proc/${pid}/task/${pid}/schedstat`;
  const [, queuedNs = "0"] = existsSync(file) ? readFileSync(file, "utf8").split(" ") : [];
  return Number(queuedNs) / 1e6;
}
