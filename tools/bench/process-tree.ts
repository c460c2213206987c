import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Memory in MiB (shared pages counted in proportion where the system tells), processor time used so far in seconds. */
type Usage = { command: string; memoryMb: number; processorSeconds: number };

/** Pairs of process and parent. */
function listProcesses(): { pid: number; parent: number }[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return rows.map((row) => {
    const [pid = 0, parent = 0] = row.trim().split(/\s+/).map(Number);
    return { pid, parent };
  });
}

/** A process and everything that it started. */
export function treeOf(root: number): number[] {
  const all = listProcesses();
  const childrenOf = (pid: number): number[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...childrenOf(child.pid)]);
  return [root, ...childrenOf(root)];
}

/** `ps` counts processor time as `[[dd-]hh:]mm:ss[.cc]`. */
const secondsOf = (time: string) => time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0);

function readLinux(pid: number): Omit<Usage, "command"> {
  const [, proportional = "0"] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { memoryMb: Number(proportional) / 1024, processorSeconds: ticks / 100 };
}

function readElsewhere(pid: number): Omit<Usage, "command"> {
  const [rss = "0", time = "0"] = execFileSync("ps", ["-o", "rss=,time=", "-p", String(pid)], { encoding: "utf8" })
    .trim()
    .split(/\s+/);
  return { memoryMb: Number(rss) / 1024, processorSeconds: secondsOf(time) };
}

/** Reads what a process and everything that it started use now, each. What ends meanwhile is left out. */
export function readUsage(root: number): Usage[] {
  const read = existsSync("/proc/self/smaps_rollup") ? readLinux : readElsewhere;
  return treeOf(root).flatMap((pid) => {
    try {
      const command = execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).trim();
      return [{ command, ...read(pid) }];
    } catch {
      return [];
    }
  });
}
