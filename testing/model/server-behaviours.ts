import { asks, formatIs, picky, refusals } from "./picky.ts";
import type { Behaviour, Exchange, Script } from "./script.ts";

type ServerBehaviour = {
  /** Ends the sentence « Un serveur qui… ». */
  name: string;
  script: (text: string) => Script;
  /** The code of the failure; absent: its answer is understood. */
  fails?: string;
};

const error = (message: string, fields: object = {}) => JSON.stringify({ error: { message, ...fields } });
const always = (name: string, behaviour: Behaviour, fails?: string): ServerBehaviour => ({
  name,
  script: (text) => () => ({ text, ...behaviour }),
  ...(fails && { fails }),
});
const refuses = (name: string, when: (exchange: Exchange) => boolean, says: string, status = 400): ServerBehaviour => ({
  name,
  script: (text) => picky([{ when, says, status }], () => ({ text })),
});
const instead = (data: string) => ({ rewrite: () => `data: ${data}\n\n` });
const midway = (event: string): Behaviour => ({ rewrite: (one) => (one.includes('"role"') ? one : event) });

const anyFormat = formatIs("json_schema", "json_object");
const hasSystem = ({ system }: Exchange) => system !== "";
const bound =
  (max: number) =>
  ({ maxTokens = 0 }: Exchange) =>
    maxTokens > max;

const refusing: ServerBehaviour[] = [
  ...refusals.map(([name, refused]) => ({
    name: `refuse ${name}`,
    script: (text: string) => picky(refused, () => ({ text })),
  })),
  refuses(
    "refuse json_schema par une erreur 422 de validation",
    formatIs("json_schema"),
    '{"detail":[{"type":"extra_forbidden","loc":["body","response_format","json_schema"],"msg":"Extra inputs are not permitted"}]}',
    422,
  ),
  refuses(
    "refuse tout format par une erreur 501",
    anyFormat,
    "Structured output is not implemented for this backend",
    501,
  ),
  refuses("refuse tout format par une erreur 404", anyFormat, "No endpoints found that support response_format", 404),
  refuses("refuse tout format par une erreur 405", anyFormat, "guided_json is disabled on this server", 405),
  refuses(
    "refuse un schéma qu’il ne sait pas compiler",
    anyFormat,
    "Invalid schema for response_format 'response'",
    400,
  ),
  refuses("refuse le flux par une erreur 405", ({ stream }) => stream, "Streaming is not allowed for this model", 405),
  refuses("refuse le flux par une erreur 501", ({ stream }) => stream, "stream=true is not supported", 501),
  refuses(
    "refuse include_usage",
    asks("stream_options"),
    '{"message":"body.stream_options.include_usage: unexpected field"}',
    422,
  ),
  refuses(
    "borne max_tokens à 2048",
    bound(2048),
    "`max_tokens` must be less than or equal to `2048`, the maximum value for `max_tokens` is less than the `context_window` for this model",
  ),
  refuses("borne max_new_tokens à 4096", bound(4096), "max_new_tokens must be <= 4096", 422),
  refuses(
    "n’a pas la place de max_tokens, sans dire combien il en a",
    bound(3000),
    "Please reduce the length of the messages or completion.",
  ),
  refuses(
    "n’a pas la place de max_tokens dans sa fenêtre, sans la dire",
    bound(1500),
    "prompt tokens plus max_tokens exceed the model's context window",
  ),
  refuses(
    "veut que les rôles alternent",
    hasSystem,
    "Conversation roles must alternate user/assistant/user/assistant/...",
    500,
  ),
  refuses("ne connaît pas de consigne", hasSystem, "Developer instruction is not enabled for models/gemma-3-27b-it"),
  refuses("ne connaît pas ce rôle", hasSystem, "messages[0].role: 'system' is not one of ['user', 'assistant']", 422),
];

const streaming: ServerBehaviour[] = [
  always("finit ses lignes par CR", { rewrite: (event) => event.replaceAll("\n", "\r") }),
  always("n’espace pas ses données", { rewrite: (event) => event.replace("data: ", "data:") }),
  always("numérote ses événements", { rewrite: (event) => `id: 7\nevent: completion\n${event}` }),
  always("dit qu’il travaille", { rewrite: (event) => `: OPENROUTER PROCESSING\n\n${event}` }),
  always("n’a pas de fin « [DONE] »", { rewrite: (event) => (event.includes("[DONE]") ? "" : event) }),
  always("parle après « [DONE] »", {
    rewrite: (event) => (event.includes("[DONE]") ? `${event}data: {"stats":{"tokens":3}}\n\n` : event),
  }),
  always("envoie un « delta » nul", {
    rewrite: (event) => `data: {"choices":[{"index":0,"delta":null,"finish_reason":null}]}\n\n${event}`,
  }),
  always("envoie un « content » nul", { rewrite: (event) => event.replace('"content":""', '"content":null') }),
  always("envoie un événement « ping » avec un objet", {
    rewrite: (event) => `event: ping\ndata: {"type": "ping"}\n\n${event}`,
  }),
  always("finit par « COMPLETE »", { rewrite: (event) => event.replace('"stop"', '"COMPLETE"') }),
  always("ne dit pas pourquoi il finit", { rewrite: (event) => event.replace('"stop"', '""') }),
  always("répond d’un bloc", { unstreamed: true }),
  always("répond par l’appel d’un outil", { toolCall: true }),
  always("réfléchit dans « reasoning »", { reasoning: { field: "reasoning", text: "D’abord un plan." } }),
  always("réfléchit dans « reasoning_content »", {
    reasoning: { field: "reasoning_content", text: "D’abord un plan." },
  }),
  always("ne compte pas les tokens", { omitUsage: true }),
];

const failing: ServerBehaviour[] = [
  always(
    "manque de crédit, en chinois, avec 200",
    { status: 200, body: '{"code":"1113","msg":"余额不足，请充值"}' },
    "quota",
  ),
  always("échoue avec 200", { status: 200, body: '{"success":false,"error":"backend unavailable"}' }, "provider"),
  always(
    "dit sa faute comme vLLM, avec 200",
    {
      status: 200,
      body: '{"object":"error","message":"This model\'s maximum context length is 4096 tokens","code":400}',
    },
    "context",
  ),
  always("dit sa faute dans le flux, d’un mot", instead('{"error":"insufficient_quota"}'), "quota"),
  always(
    "dit sa faute dans le flux, comme Anthropic",
    instead('{"type":"error","error":{"type":"overloaded_error","message":"Overloaded","code":529}}'),
    "overload",
  ),
  always(
    "dit sa faute dans le flux, comme vLLM",
    instead('{"object":"error","message":"Input is too long","type":"BadRequestError","code":400}'),
    "context",
  ),
  always(
    "dit sa faute au milieu du flux",
    midway('data: {"error":{"message":"CUDA out of memory","code":500}}\n\n'),
    "provider",
  ),
  always(
    "dit sa faute au milieu du flux, en clair",
    midway("event: error\ndata: upstream connect error\n\n"),
    "provider",
  ),
  always("finit par « error »", { rewrite: (event) => event.replace('"stop"', '"error"') }, "provider"),
  always(
    "ne tient pas la demande",
    { status: 400, body: error("prompt is too long: 210000 tokens > 200000 maximum") },
    "context",
  ),
  always("ne tient pas la demande, par une erreur 413", { status: 413, body: "Request Entity Too Large" }, "context"),
  always("n’a plus de crédit", { status: 403, body: error("Key limit exceeded (monthly limit)") }, "quota"),
  always("demande de payer", { status: 402, body: '{"detail":"You have run out of credits"}' }, "quota"),
  always("limite les demandes", { status: 429, body: error("Rate limit reached for requests") }, "rate"),
  always(
    "ne sert pas ce pays",
    { status: 400, body: error("User location is not supported for the API use.") },
    "region",
  ),
  always("a retiré le modèle", { status: 410, body: error("Gone") }, "withdrawn"),
  always(
    "dit le modèle retiré",
    { status: 404, body: error("The model `gpt-4-32k` has been deprecated") },
    "withdrawn",
  ),
  always("ne connaît pas le modèle", { status: 400, body: error("qwen9 is not a valid model ID") }, "model"),
  always("ne connaît pas l’adresse", { status: 404, body: "404 page not found" }, "model"),
  always(
    "charge encore le modèle",
    { status: 503, body: error("Loading model", { type: "unavailable_error" }) },
    "loading",
  ),
  always("n’a chargé aucun modèle", { status: 400, body: error("No model is currently loaded") }, "loading"),
  always("refuse la clé", { status: 401, body: '{"detail":"Invalid token"}' }, "key"),
  always(
    "refuse la clé, avec 400",
    { status: 400, body: error("API key not valid. Please pass a valid API key.") },
    "key",
  ),
  always("filtre la demande", { status: 400, body: error("Content Exists Risk") }, "filter"),
  always("filtre la réponse", { text: "", finish: "content_filter" }, "filter"),
  always("est surchargé", { status: 529, body: error("Overloaded") }, "overload"),
  always(
    "est derrière un relais en panne",
    { status: 504, body: "<html><title>504 Gateway Time-out</title></html>" },
    "provider",
  ),
  always("renvoie ailleurs", { status: 302, headers: { location: "/login" }, body: "" }, "rejected"),
  always(
    "refuse un réglage quoi qu’on ôte",
    { status: 400, body: error("Unsupported value: 'model_mode'") },
    "rejected",
  ),
  always(
    "refuse la demande quoi qu’on ôte, par une erreur 422",
    { status: 422, body: '{"detail":"Unprocessable"}' },
    "rejected",
  ),
  always("refuse la demande par une erreur 405", { status: 405, body: "Method Not Allowed" }, "rejected"),
  always("refuse la demande par une erreur 501", { status: 501, body: "Not Implemented" }, "provider"),
  always("ferme la connexion au milieu", { cutAfterChars: 20 }, "unreadable"),
  always("coupe un événement", { brokenLine: true, text: "" }, "unreadable"),
  always(
    "répond par une page",
    { status: 200, headers: { "Content-Type": "text/html" }, body: "<html><title>Ollama</title></html>" },
    "unreadable",
  ),
  always("ne répond rien", { text: "" }, "empty"),
  always("n’a plus de place pour répondre", { text: "", finish: "length" }, "empty"),
  always(
    "ne répond que sa réflexion",
    { text: "", reasoning: { field: "reasoning", text: "Je dois écrire." } },
    "thinking",
  ),
  always("laisse sa place à la réflexion", { text: "<think>Je dois", finish: "length" }, "thinking"),
  always(
    "tourne en rond dans sa réflexion",
    { text: "", thinksEndlessly: true, endless: () => "Je dois vérifier cela. " },
    "thinking",
  ),
  always("répond par un refus", { text: "Désolée, mais je ne peux pas répondre à cette demande." }, "refusal"),
];

/** What servers do to a request that asks for an object, in the words of those that do it. */
export const serverBehaviours: ServerBehaviour[] = [...refusing, ...streaming, ...failing];
