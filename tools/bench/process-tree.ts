import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** `residentMiB` counts a page that processes share once for each, `sharedMiB` in proportion (Linux; elsewhere the same). */
export type Usage = { residentMiB: number; sharedMiB: number; processorSeconds: number };

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

const ps = (...options: string[]) => execFileSync("ps", options, { encoding: "utf8" }).trim();

/** A process and all that it started, and they. */
function treeOf(root: number): number[] {
  const all = ps("-eo", "pid=,ppid=")
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const descend = (pid: number): number[] => [
    pid,
    ...all.flatMap(([child, parent]) => (child && parent === pid ? descend(child) : [])),
  ];
  return descend(root);
}

const kibibytes = (text: string, field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);

function readLinux(pid: number): Usage {
  const memory = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  // The command before the first field may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\)\s/s, "")
    .split(" ");
  return {
    residentMiB: kibibytes(memory, "Rss") / 1024,
    sharedMiB: kibibytes(memory, "Pss") / 1024,
    processorSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
  };
}

function readElsewhere(pid: number): Usage {
  const [rss = "0", time = "0"] = ps("-o", "rss=,time=", "-p", String(pid)).split(/\s+/);
  const residentMiB = Number(rss) / 1024;
  const processorSeconds = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return { residentMiB, sharedMiB: residentMiB, processorSeconds };
}

/** Reads what a process and all that it started use, in sum. What ends meanwhile is left out. */
export function readUsage(root: number): Usage {
  const read = existsSync("/proc/self/smaps_rollup") ? readLinux : readElsewhere;
  const sum: Usage = { residentMiB: 0, sharedMiB: 0, processorSeconds: 0 };
  for (const pid of treeOf(root)) {
    try {
      const usage = read(pid);
      for (const name of Object.keys(sum) as (keyof Usage)[]) sum[name] += usage[name];
    } catch {
      // It has ended since it was listed.
    }
  }
  return sum;
}
