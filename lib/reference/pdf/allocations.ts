/** What views and buffers are made by, in a thread. */
const names = [
  "ArrayBuffer",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int8Array",
  "Uint16Array",
  "Int16Array",
  "Uint32Array",
  "Int32Array",
  "Float32Array",
  "Float64Array",
] as const;

type Constructor = { new (...given: unknown[]): object; BYTES_PER_ELEMENT?: number };

/** A view on bytes that are there already takes none. */
function bytesOf(of: Constructor, [given]: unknown[]): number {
  const each = of.BYTES_PER_ELEMENT ?? 1;
  if (typeof given === "number") return given * each;
  if (Array.isArray(given) || ArrayBuffer.isView(given)) return ("length" in given ? Number(given.length) : 0) * each;
  return 0;
}

let taken = 0;
let bound = Number.POSITIVE_INFINITY;
let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  const globals = globalThis as unknown as Record<string, Constructor>;
  for (const name of names) {
    const own = globals[name];
    if (!own) continue;
    const watched: Constructor = new Proxy(own, {
      construct(target, given, newTarget: Constructor) {
        taken += bytesOf(target, given);
        if (taken > bound) throw new RangeError(`plus de ${bound} octets`);
        return Reflect.construct(target, given, newTarget === watched ? target : newTarget);
      },
    });
    globals[name] = watched;
  }
}

/**
 * Bounds what this thread takes outside its heap meanwhile, which no limit of a thread counts: a small file may inflate
 * without end. The sum only grows, since nobody tells what is free again.
 * @returns what was done, and whether it asked for more than it may
 */
export async function withinAllocations<Done>(
  maxBytes: number,
  run: () => Promise<Done>,
): Promise<{ done?: Done; error?: unknown; exceeded: boolean }> {
  watch();
  taken = 0;
  bound = maxBytes;
  try {
    const done = await run();
    return { done, exceeded: taken > maxBytes };
  } catch (error) {
    return { error, exceeded: taken > maxBytes };
  } finally {
    bound = Number.POSITIVE_INFINITY;
  }
}
