import { chmodSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

const forOthers = 0o077;

type Attributes = { mode?: number };
type Operations = {
  mknod: (parent: unknown, name: string, mode: number, device: number) => unknown;
  setattr: (target: unknown, attributes: Attributes) => void;
};
/** What Emscripten does on the real file system, as PGlite hands it over before it starts. */
type Module = { NODEFS: { node_ops: Operations; stream_ops: Pick<Operations, "setattr"> } };

const isModule = (module: unknown): module is Module =>
  typeof module === "object" && module !== null && "NODEFS" in module;

function withoutOthers({ NODEFS: { node_ops, stream_ops } }: Module) {
  const { mknod } = node_ops;
  node_ops.mknod = (parent, name, mode, device) => mknod(parent, name, mode & ~forOthers, device);
  for (const operations of [node_ops, stream_ops]) {
    const { setattr } = operations;
    operations.setattr = (target, attributes) => {
      const { mode } = attributes;
      setattr(target, mode === undefined ? attributes : { ...attributes, mode: mode & ~forOthers });
    };
  }
}

/** The folder of an embedded database, for its owner alone: PGlite opens its files to everybody, whatever the umask. */
export class PrivateFolder extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS["init"]>) {
    const begin = (module: unknown) => {
      if (isModule(module)) withoutOthers(module);
    };
    const preRun = [...(options.preRun ?? []), begin];
    return super.init(pglite as PGlite, { ...options, preRun });
  }
}

export function makePrivate(folder: string) {
  if (!existsSync(folder)) return;
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) chmodSync(path.join(entry.parentPath, entry.name), 0o600);
    else if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), 0o700);
}
