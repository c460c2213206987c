import { createServer } from "node:net";

/** Below the ports that Linux (from 32768) and macOS (from 49152) lend to outgoing connections. */
const minPort = 15_000;
const maxPort = 32_000;

/**
 * Finds a loopback port on which nothing listens and which no outgoing connection is lent, so that a server that
 * restarts finds it still free.
 * @param preferred tried first
 */
export function freePort(preferred = 0): Promise<number> {
  const port = preferred || minPort + Math.floor(Math.random() * (maxPort - minPort));
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || preferred ? freePort().then(resolve, reject) : reject(error),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}
