import type { IncomingMessage } from "node:http";
import { now } from "#lib/clock.ts";
import { readBody } from "../servers/loopback.ts";
import type { Exchange } from "./script.ts";

const roles = [
  [/^(?:Tu es chercheur|You are a researcher)/, "research"],
  [/^(?:Tu es architecte|You are an architect)/, "outline"],
  [/^(?:Tu es rédacteur|You are a writer)/, "chapter"],
  [/^(?:Tu es secrétaire d’édition|You are a continuity clerk)/, "continuity"],
  [/^(?:Tu es relecteur|You are an editor)/, "review"],
  [/^(?:Tu es lecteur|You are a reader)/, "report"],
  [/^(?:Tu es traducteur|You are a translator)/, "translation"],
  [/^(?:Tu es stylisticien|You are a stylist)/, "voice"],
] as const;

type Content = string | { text?: string }[];

export type ChatBody = {
  stream?: boolean;
  max_tokens?: number;
  max_completion_tokens?: number;
  messages: { role: string; content: Content }[];
};

const textOf = (content: Content): string =>
  typeof content === "string" ? content : content.map((part) => part.text ?? "").join("");

/** Tells from the prompts of a request what it asks for. */
export function describeBody({ messages }: ChatBody): Pick<Exchange, "role" | "position" | "system" | "prompt"> {
  const textFrom = (...senders: string[]) =>
    senders
      .flatMap((sender) => messages.filter(({ role }) => role === sender))
      .map(({ content }) => textOf(content))
      .join("\n");
  const system = textFrom("system", "developer");
  const prompt = textFrom("user");
  const position =
    /^(?:Chapitre (?:à écrire|à documenter|lu|à traduire) :|Chapter (?:to write|to document|read|to translate):) (\d+)\./m.exec(
      prompt,
    )?.[1];
  return {
    role: roles.find(([pattern]) => pattern.test(system || prompt))?.[1] ?? "unknown",
    ...(position && { position: Number(position) }),
    system,
    prompt,
  };
}

/** Reads a request to `/chat/completions`. */
export async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const body: ChatBody = JSON.parse((await readBody(request)).toString("utf8"));
  const { messages: _messages, ...asked } = body;
  return {
    at: now().getTime(),
    ...describeBody(body),
    stream: body.stream === true,
    authorization: request.headers.authorization,
    maxTokens: body.max_completion_tokens ?? body.max_tokens,
    asked,
    written: 0,
    aborted: false,
  };
}
