import type { Behaviour, Exchange, Script } from "./script.ts";

type Refusal = { when: (exchange: Exchange) => boolean; says: string; status?: number };

const refusal = ({ says, status = 400 }: Refusal): Behaviour => ({
  status,
  body: says.startsWith("{") ? says : JSON.stringify({ error: { message: says, type: "invalid_request_error" } }),
});

/** Refuses each part of a request as a server would that does not know it, one at a time. */
export const picky =
  (refusals: Refusal[], otherwise: Script = () => undefined): Script =>
  (exchange, nth) => {
    const refused = refusals.find(({ when }) => when(exchange));
    return refused ? refusal(refused) : otherwise(exchange, nth);
  };

export const asks =
  (field: string) =>
  ({ asked }: Exchange): boolean =>
    asked[field] !== undefined;

export const formatIs =
  (...types: string[]) =>
  ({ asked }: Exchange): boolean => {
    const format = asked.response_format;
    return typeof format === "object" && format !== null && "type" in format && types.includes(String(format.type));
  };

const anyFormat = formatIs("json_schema", "json_object");

export const refusals: [name: string, refusals: Refusal[]][] = [
  [
    "json_schema, mais pas json_object",
    [{ when: formatIs("json_schema"), says: "This response_format type is unavailable now" }],
  ],
  [
    "tout format de réponse",
    [{ when: anyFormat, says: "Model does not support structured outputs (JSON mode)", status: 422 }],
  ],
  ["tout format, par une erreur 500", [{ when: anyFormat, says: "failed to parse grammar", status: 500 }]],
  [
    "json_schema, puis json_object",
    [
      { when: formatIs("json_schema"), says: "json_schema is not supported" },
      { when: formatIs("json_object"), says: "'response_format.type' must be 'json_schema' or 'text'" },
    ],
  ],
  [
    "stream_options",
    [
      {
        when: asks("stream_options"),
        says: '{"detail":[{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}',
      },
    ],
  ],
  [
    "stream_options, par son nom seul",
    [{ when: asks("stream_options"), says: "Unrecognized request argument supplied: stream_options" }],
  ],
  [
    "le flux",
    [
      {
        when: ({ stream }) => stream,
        says: "Your organization must be verified to stream this model. `stream` is unsupported",
      },
    ],
  ],
  [
    "max_tokens",
    [
      {
        when: asks("max_tokens"),
        says: "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      },
    ],
  ],
  [
    "max_tokens au-delà de 4096",
    [
      {
        when: ({ maxTokens = 0 }) => maxTokens > 4096,
        says: "max_tokens is too large: 9000. This model supports at most 4096 completion tokens, whereas you provided 9000.",
      },
    ],
  ],
  [
    "max_tokens hors de [1, 8192]",
    [
      {
        when: ({ maxTokens = 0 }) => maxTokens > 8192,
        says: "Invalid max_tokens value, the valid range of max_tokens is [1, 8192]",
      },
    ],
  ],
  [
    "le rôle « system », sans le nommer",
    [{ when: ({ system }) => system !== "", says: "Only user and assistant roles are supported!" }],
  ],
  ["le message « system »", [{ when: ({ system }) => system !== "", says: "System role not supported" }]],
  [
    "sans dire quoi",
    [{ when: (exchange) => anyFormat(exchange) || asks("stream_options")(exchange), says: "Bad Request" }],
  ],
];
