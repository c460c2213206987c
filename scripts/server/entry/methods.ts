import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const routeMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

type Route = { address: RegExp; methods: string[] };

function toAddress(segment: string): string {
  if (/^\[\[?\.\.\./.test(segment)) return ".*";
  return segment.startsWith("[") ? "[^/]+" : segment.replaceAll(".", "\\.");
}

/** Reads the handlers that a route file gives to `route`, or those of the route it stands for, as `Allow` names them. */
function methodsIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const [, other] = /^export \{[^}]*\} from "(\.[^"]+)"/m.exec(source) ?? [];
  if (other) return methodsIn(path.resolve(path.dirname(file), other));
  const handled = new Set(
    [...source.matchAll(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS):/g)].map(([, method]) => method),
  );
  return routeMethods.filter((method) => handled.has(method) || (method === "HEAD" && handled.has("GET")));
}

function toRoute(folder: string, file: string): Route[] {
  const segments = path.dirname(file).split(path.sep);
  const shown = segments.filter((segment) => segment !== "." && !segment.startsWith("("));
  const methods = /page\.tsx$/.test(file) ? ["GET", "HEAD"] : methodsIn(path.join(folder, file));
  return methods.length > 0 ? [{ address: new RegExp(`^/${shown.map(toAddress).join("/")}$`), methods }] : [];
}

/** Names sort before what stands for any segment. */
const order = (file: string) => file.replaceAll("[", "\uffff");

/**
 * Reads from the folder of the pages and routes which methods each address has, so that another is refused before anyone
 * is asked who he is (contract §6). A route that is not recognised here answers for itself.
 * @returns the methods of a path; undefined when it is not known
 */
export function readMethods(root: string): (pathname: string) => string[] | undefined {
  const folder = path.join(root, "app");
  const files = globSync("**/{page,route}.{ts,tsx}", { cwd: folder });
  const sorted = files.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
  const routes = sorted.flatMap((file) => toRoute(folder, file));
  return (pathname) => {
    const address = pathname.replace(/(?<=.)\/$/, "");
    return routes.find((route) => route.address.test(address))?.methods;
  };
}
