const root = globalThis as { sorami?: Map<string, unknown> };
root.sorami ??= new Map();
const values = root.sorami;

/** The server script and Next’s route bundles each load `lib` for themselves, and share only `globalThis`. */
export function perProcess<T>(name: string, create: () => T) {
  return {
    get(): T {
      if (!values.has(name)) values.set(name, create());
      return values.get(name) as T;
    },
    peek: () => values.get(name) as T | undefined,
    set: (value: T) => values.set(name, value),
    clear: () => values.delete(name),
  };
}
