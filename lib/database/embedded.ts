import { setImmediate } from "node:timers/promises";
import {
  type ExecProtocolOptions,
  PGlite,
  type PGliteOptions,
  type QueryOptions,
  type Transaction,
} from "@electric-sql/pglite";

/** The event loop turns this often at least between statements. */
const turnEveryMs = 25;

/** The first byte of the message that ends a statement. */
const sync = "S".charCodeAt(0);

export class EmbeddedDatabase extends PGlite {
  #turnedAtMs = 0;
  #uses = 0;

  /** Grows with everything that may write: nothing else writes to an embedded database. */
  get uses() {
    return this.#uses;
  }

  override query<Row>(text: string, values?: unknown[], options?: QueryOptions) {
    this.#uses++;
    return super.query<Row>(text, values, options);
  }

  override exec(text: string, options?: QueryOptions) {
    this.#uses++;
    return super.exec(text, options);
  }

  override transaction<Result>(run: (tx: Transaction) => Promise<Result>) {
    this.#uses++;
    return super.transaction(run);
  }

  /** Reads after all that was asked before, which does not count as a use. */
  peek<Row>(text: string, values: unknown[]) {
    return super.query<Row>(text, values);
  }

  /** Statements answer without leaving the microtask queue: a thousand that follow each other would be one turn of the loop. */
  override async execProtocolRaw(message: Uint8Array, options?: ExecProtocolOptions) {
    const answer = await super.execProtocolRaw(message, options);
    if (message[0] === sync && performance.now() - this.#turnedAtMs >= turnEveryMs) {
      await setImmediate();
      this.#turnedAtMs = performance.now();
    }
    return answer;
  }
}

export async function openEmbedded(options: PGliteOptions = {}): Promise<EmbeddedDatabase> {
  const pglite = new EmbeddedDatabase(options);
  await pglite.waitReady;
  await pglite.exec("SET TIME ZONE 'UTC'");
  return pglite;
}
