import { spawnSync } from "node:child_process";

/** Database servers refuse to run as root: they then run as `postgres`, or as `nobody` where that user is missing. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = Number(spawnSync("id", ["-u", name]).stdout);
    const gid = Number(spawnSync("id", ["-g", name]).stdout);
    if (uid && gid) return { uid, gid };
  }
  return undefined;
}
