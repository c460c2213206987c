import vm from "node:vm";
import type pg from "pg";
import type { Handler } from "./web-server.ts";

type Json = Record<string, unknown>;
type Node = { name: string; type: string; onError?: string; parameters: Json };
type Link = { node: string };
export type Workflow = { nodes: Node[]; connections: Record<string, { main: Link[][] }> };
type Item = { json: Json; binary?: Record<string, Buffer> };
/** What a node hands on, and through which of its outputs. */
type Step = { item: Item; output: number };

type Run = { workflow: Workflow; outputs: Map<string, Item>; database: pg.Pool; env: Record<string, string> };

/** Reads `a.b` of a node's parameters; one that begins with `=` is an expression. */
function readParameter({ parameters }: Node, name: string, { json }: Item, { outputs }: Run): unknown {
  const value = name.split(".").reduce<unknown>((at, key) => (at as Json | undefined)?.[key], parameters);
  const expression = typeof value === "string" ? /^=\{\{([\s\S]*)\}\}$/.exec(value)?.[1] : undefined;
  if (expression === undefined) return value;
  const $ = (node: string) => ({ first: () => outputs.get(node) });
  return vm.runInNewContext(`(${expression})`, { $json: json, $ });
}

/** The Code node: `$input`, `$vars`, `$env`, the binary helper, and the built-in modules that were allowed. */
async function runCode(node: Node, item: Item, { env }: Run): Promise<Step> {
  const helpers = { getBinaryDataBuffer: async (_index: number, name: string) => item.binary?.[name] };
  const require = (name: string) => {
    if (name !== "crypto") throw new Error(`Module '${name}' is disallowed`);
    return process.getBuiltinModule("crypto");
  };
  const context = { $input: { first: () => item }, $vars: {}, $env: env, require, Buffer, helpers };
  const code = `(async function () {\n${node.parameters.jsCode}\n}).call({ helpers })`;
  const [result] = (await vm.runInNewContext(code, context)) as Item[];
  return { item: { json: result?.json ?? {} }, output: 0 };
}

async function runQuery(node: Node, item: Item, run: Run): Promise<Step> {
  const values = readParameter(node, "options.queryReplacement", item, run) as unknown[];
  try {
    const { rows } = await run.database.query(String(node.parameters.query), [...values]);
    return { item: { json: rows[0] }, output: 0 };
  } catch (error) {
    if (node.onError !== "continueErrorOutput") throw error;
    return { item: { json: { ...item.json, error: String(error) } }, output: 1 };
  }
}

const runNode: Record<string, (node: Node, item: Item, run: Run) => Step | Promise<Step>> = {
  "n8n-nodes-base.webhook": (_node, item) => ({ item, output: 0 }),
  "n8n-nodes-base.code": runCode,
  "n8n-nodes-base.postgres": runQuery,
  "n8n-nodes-base.if": (node, item, run) => {
    const isTrue = readParameter(node, "conditions.conditions.0.leftValue", item, run) === true;
    return { item, output: isTrue ? 0 : 1 };
  },
};

function respond(node: Node, item: Item, run: Run): Response {
  const status = readParameter(node, "options.responseCode", item, run) as number;
  const body = readParameter(node, "responseBody", item, run) as string;
  return new Response(body, { status, headers: { "Content-Type": "application/json" } });
}

async function follow(name: string, item: Item, run: Run): Promise<Response> {
  const node = run.workflow.nodes.find((one) => one.name === name);
  if (!node) throw new Error(`No node ${name}`);
  if (node.type === "n8n-nodes-base.respondToWebhook") return respond(node, item, run);
  const step = await runNode[node.type]?.(node, item, run);
  if (!step) throw new Error(`No node type ${node.type}`);
  run.outputs.set(name, step.item);
  const next = run.workflow.connections[name]?.main[step.output]?.[0];
  if (!next) throw new Error(`${name} leads nowhere`);
  return follow(next.node, step.item, run);
}

/** Runs a workflow from its Webhook node to its answer, with the node types that the guide's uses. */
export function createWorkflow(workflow: Workflow, { database, env }: Pick<Run, "database" | "env">): Handler {
  const trigger = workflow.nodes.find(({ type }) => type === "n8n-nodes-base.webhook");
  const hasRawBody = (trigger?.parameters.options as Json | undefined)?.rawBody === true;
  return async (request) => {
    const bytes = Buffer.from(await request.arrayBuffer());
    const json = { headers: Object.fromEntries(request.headers), params: {}, query: {} };
    const item: Item = hasRawBody ? { json, binary: { data: bytes } } : { json };
    return follow(trigger?.name ?? "", item, { workflow, outputs: new Map(), database, env });
  };
}
