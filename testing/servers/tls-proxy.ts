import { request as forward } from "node:http";
import { createServer } from "node:https";
import { closeServer, listen } from "./loopback.ts";

/**
 * A reverse proxy in front of a deployment: ends TLS, passes every request on to a loopback port, and keeps the headers
 * in `seen`.
 */
export async function startTlsProxy(target: { port: number }, { key, cert }: { key: string; cert: string }) {
  const seen: { path: string; headers: Record<string, unknown> }[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    const { method, url = "/", headers } = request;
    seen.push({ path: url, headers });
    const passed = forward({ host: "127.0.0.1", port: target.port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.writeHead(502).end());
    request.pipe(passed);
  });
  const port = await listen(server);
  return { url: `https://localhost:${port}`, seen, close: () => closeServer(server) };
}
