import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pollUntil } from "./poll.ts";

const programs = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"];

/** The spec that runs where nginx is installed: nobody wants a web server started for the sake of a test. */
export const nginxSpec = "behind-nginx.spec.ts";

export const findNginx = (): string | undefined => programs.find(existsSync);

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });

type Options = {
  /** What stands in its `http` block, where `FOLDER` is the folder of the files. */
  http: string;
  files: Record<string, string>;
  port: number;
};

/** Starts nginx with settings of its `http` block. Call `stop`. */
export async function startNginx({ http, files, port }: Options): Promise<{ stop: () => Promise<void> }> {
  const program = findNginx();
  if (!program) throw new Error("nginx n’est pas sur cette machine.");
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-nginx-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const settings = [
    "daemon off; master_process off; pid nginx.pid; error_log stderr;",
    "events {}",
    "http {",
    "access_log off;",
    ...temporary.map((name) => `${name}_temp_path ${name};`),
    http.replaceAll("FOLDER", folder),
    "}",
  ];
  writeFileSync(path.join(folder, "nginx.conf"), settings.join("\n"));
  const nginx = spawn(program, ["-p", folder, "-c", "nginx.conf"], { stdio: ["ignore", "ignore", "pipe"] });
  let complaints = "";
  nginx.stderr.on("data", (text) => {
    complaints += text;
  });
  const stopAtExit = () => nginx.kill("SIGKILL");
  process.once("exit", stopAtExit);
  await pollUntil(() => isListening(port), Boolean, { timeoutMs: 10_000, toMessage: () => `nginx : ${complaints}` });
  const stop = async () => {
    process.off("exit", stopAtExit);
    nginx.kill("SIGQUIT");
    if (nginx.exitCode === null && nginx.signalCode === null) await once(nginx, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  return { stop };
}
