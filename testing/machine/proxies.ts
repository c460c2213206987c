import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pollUntil } from "./poll.ts";

/** A web server that stands in front of Sorami with the settings of `docs/devant-sorami.md`. */
export type ReverseProxy = {
  name: string;
  /** The language of its block in the guide. */
  language: string;
  programs: string[];
  /** Its arguments in the folder where its settings stand in the file `settings`. */
  args: string[];
  /** Makes the settings of the guide those of a server of its own, for one user and one port. */
  toSettings: (given: string, port: number) => string;
  stopsBy: NodeJS.Signals;
};

const folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

const nginx: ReverseProxy = {
  name: "nginx",
  language: "nginx",
  programs: folders.map((folder) => path.join(folder, "nginx")),
  args: ["-p", ".", "-c", "settings"],
  toSettings(given, port) {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${kind};`);
    const own = ["daemon off; master_process off; pid nginx.pid; error_log stderr;", "events {}", "http {"];
    const http = given.replace("listen 443 ssl;", `listen 127.0.0.1:${port} ssl;`).replaceAll("/etc/ssl/sorami/", "");
    return [...own, "access_log off;", ...temporary, http, "}"].join("\n");
  },
  stopsBy: "SIGQUIT",
};

const caddy: ReverseProxy = {
  name: "Caddy",
  language: "caddyfile",
  programs: folders.map((folder) => path.join(folder, "caddy")),
  args: ["run", "--config", "settings", "--adapter", "caddyfile"],
  /** It would ask an authority for the certificate that it is given here. */
  toSettings: (given, port) =>
    given
      .replace(/^\{$/m, "{\n  admin off\n  auto_https off")
      .replace(/^(\S+) \{$/m, `$1:${port} {\n  bind 127.0.0.1\n  tls fullchain.pem privkey.pem`),
  stopsBy: "SIGTERM",
};

const proxies = [nginx, caddy];

/** The spec that runs where one of them is installed: nobody wants a web server started for the sake of a test. */
export const proxySpec = "behind-proxy.spec.ts";

const programOf = ({ programs }: ReverseProxy): string | undefined => programs.find(existsSync);

export const foundProxies = (): ReverseProxy[] => proxies.filter(programOf);
export const missingProxies = (): ReverseProxy[] => proxies.filter((proxy) => !programOf(proxy));

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });

type Options = {
  /** Its settings as the guide gives them, but for names and addresses. */
  given: string;
  /** Files of its folder. */
  files: Record<string, string>;
  port: number;
};

/** Starts it in a folder of its own. Call `stop`. */
export async function startProxy(
  proxy: ReverseProxy,
  { given, files, port }: Options,
): Promise<{ stop: () => Promise<void> }> {
  const program = programOf(proxy);
  if (!program) throw new Error(`${proxy.name} n’est pas sur cette machine.`);
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-proxy-"));
  const all = { ...files, settings: proxy.toSettings(given, port) };
  for (const [name, text] of Object.entries(all)) writeFileSync(path.join(folder, name), text);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, proxy.args, { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  const stopAtExit = () => child.kill("SIGKILL");
  process.once("exit", stopAtExit);
  const toMessage = () => `${proxy.name} : ${complaints}`;
  await pollUntil(() => isListening(port), Boolean, { timeoutMs: 10_000, toMessage });
  const stop = async () => {
    process.off("exit", stopAtExit);
    child.kill(proxy.stopsBy);
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  return { stop };
}
