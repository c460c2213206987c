import { createServer } from "node:net";

/** A loopback port that nobody listens on now. @param preferred tried first */
export function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred ? freePort().then(resolve, reject) : reject(error)));
    probe.listen(preferred, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("sans port")),
      );
    });
  });
}
