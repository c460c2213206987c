import { createServer } from "node:net";

/** Below the ports that Linux (32768 on) and macOS (49152 on) lend to outgoing connections. */
const [lowest, highest] = [15_000, 32_000];

/**
 * A loopback port that nobody listens on now, and that no outgoing connection is ever lent: whoever starts again on
 * it finds it free, even when connections were opened in the meantime.
 * @param preferred tried first
 */
export function freePort(preferred = 0): Promise<number> {
  const port = preferred || lowest + Math.floor(Math.random() * (highest - lowest));
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || preferred ? freePort().then(resolve, reject) : reject(error),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}
