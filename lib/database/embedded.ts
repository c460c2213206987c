import { setImmediate } from "node:timers/promises";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";

/** The event loop turns this often at least between statements. */
const turnEveryMs = 10;

/** Statements answer without leaving the microtask queue: a thousand that follow each other would be one turn of the loop. */
function letEventLoopTurn(pglite: PGlite) {
  const execute = pglite.execProtocolRaw.bind(pglite);
  let turnedAtMs = 0;
  pglite.execProtocolRaw = async (message, options) => {
    const answer = await execute(message, options);
    if (performance.now() - turnedAtMs < turnEveryMs) return answer;
    await setImmediate();
    turnedAtMs = performance.now();
    return answer;
  };
}

export async function openEmbedded(options: PGliteOptions = {}): Promise<PGlite> {
  const pglite = await PGlite.create(options);
  await pglite.exec("SET TIME ZONE 'UTC'");
  letEventLoopTurn(pglite);
  return pglite;
}
