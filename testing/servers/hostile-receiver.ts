// A receiver whose answers try to harm the sender, one way per path. Runs in a process of its own; sends its port.
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { listen } from "./loopback.ts";

const mebibyte = Buffer.alloc(1024 * 1024, "x");
const gzipBomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));

const server = createServer((request, response) => {
  response.on("error", () => {});
  request.resume().on("end", () => {
    if (request.url === "/hang") return;
    if (request.url === "/headers") {
      request.socket.end(`HTTP/1.1 200 OK\r\n${"X-Long: 0123456789abcdef\r\n".repeat(2800)}\r\n`);
    } else if (request.url === "/bomb") {
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipBomb);
    } else if (request.url === "/big") {
      let mebibytesLeft = 50;
      const writeMore = () => {
        while (mebibytesLeft-- > 0 && !response.destroyed)
          if (!response.write(mebibyte)) return void response.once("drain", writeMore);
        response.end();
      };
      response.writeHead(200, { "Content-Length": mebibytesLeft * mebibyte.length });
      writeMore();
    } else {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 5);
      response.once("close", () => clearInterval(timer));
    }
  });
});
process.send?.(await listen(server));
process.once("disconnect", () => process.exit());
