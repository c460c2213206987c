import type { IncomingMessage, ServerResponse } from "node:http";
import { countTokens } from "./completion.ts";
import { readExchange } from "./exchange.ts";
import type { Exchange } from "./script.ts";
import { goodAnswer, startModelServer } from "./server.ts";

type Options = {
  model?: string;
  /** The window that the model was trained for. */
  trained?: number;
  /** The model's parameters, in billions, where the server says. */
  billions?: number;
  /** The Modelfile's own, as `/api/show` lists them. */
  parameters?: string;
  /** What the model says, unless it is a good answer; and what it thinks. */
  text?: string;
  thinking?: string;
  /** Its template knows no thinking, and Ollama refuses to have it think. */
  thoughtless?: boolean;
  breaks?: string;
};

const usualWindow = 4096;

function optionsOf({ asked }: Exchange): { num_ctx?: number; num_predict?: number } {
  return typeof asked.options === "object" && asked.options !== null ? asked.options : {};
}

/** A fake Ollama: the window is 4,096 unless `num_ctx` is set through its own protocol, and what does not fit is cut. */
export async function startOllama({
  model = "fake:1b",
  trained = 40_960,
  parameters = "",
  billions,
  ...said
}: Options = {}) {
  const chats: Exchange[] = [];
  let window: number | undefined;
  const json = (response: ServerResponse, body: object, status = 200) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

  async function chat(request: IncomingMessage, response: ServerResponse) {
    const exchange = await readExchange(request);
    chats.push(exchange);
    if (exchange.asked.model !== model)
      return json(response, { error: `model '${exchange.asked.model}' not found` }, 404);
    if (said.thoughtless && exchange.asked.think)
      return json(response, { error: `"${model}" does not support thinking` }, 400);
    const { num_ctx = usualWindow, num_predict = Number.POSITIVE_INFINITY } = optionsOf(exchange);
    window = num_ctx;
    const text = said.text ?? goodAnswer(exchange);
    const prompt_eval_count = Math.min(countTokens(exchange.system + exchange.prompt), num_ctx);
    const room = Math.min(num_ctx - prompt_eval_count, num_predict);
    const kept = text.slice(0, room * 4);
    response.writeHead(200, { "Content-Type": "application/x-ndjson" });
    const line = (fields: object) => response.write(`${JSON.stringify({ model, created_at: "", ...fields })}\n`);
    if (said.thinking) line({ message: { role: "assistant", content: "", thinking: said.thinking }, done: false });
    for (let at = 0; at < kept.length; at += 999)
      line({ message: { role: "assistant", content: kept.slice(at, at + 999) }, done: false });
    if (said.breaks) return response.end(JSON.stringify({ error: said.breaks }));
    const counts = { prompt_eval_count, eval_count: countTokens(kept) };
    line({
      message: { role: "assistant", content: "" },
      done: true,
      done_reason: kept === text ? "stop" : "length",
      ...counts,
    });
    return response.end();
  }

  const pages: Record<string, () => object> = {
    "/api/tags": () => ({ models: [{ name: model, model }] }),
    "/api/show": () => ({
      parameters,
      ...(billions && { details: { family: "qwen3", parameter_size: `${billions * 1000}M` } }),
      model_info: { "general.architecture": "qwen3", "qwen3.context_length": trained },
      capabilities: ["completion"],
    }),
    "/api/ps": () => ({ models: window ? [{ name: model, model, context_length: window }] : [] }),
    "/v1/models": () => ({ object: "list", data: [{ id: model, object: "model", owned_by: "library" }] }),
  };
  const server = await startModelServer({
    answerOther(request, response) {
      const page = pages[request.url ?? ""];
      if (page) json(response, page());
      else if (request.url === "/api/chat") void chat(request, response);
      return page !== undefined || request.url === "/api/chat";
    },
  });
  return { ...server, chats };
}
