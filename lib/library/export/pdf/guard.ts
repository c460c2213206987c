// Runs in a thread of the process that sets a book, and ends that process at its bounds: setting blocks its other thread.
import { bounds } from "./bounds.ts";

function isBeyond(): boolean {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 > bounds.processorMs || process.memoryUsage.rss() > bounds.memoryBytes;
}

setTimeout(() => process.kill(process.pid, "SIGKILL"), bounds.timeoutMs);
setInterval(() => isBeyond() && process.kill(process.pid, "SIGKILL"), 200);
