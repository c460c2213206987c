import { z } from "zod";
import { modelFetch } from "./model-fetch.ts";

const ChatCompletion = z.object({
  choices: z
    .array(
      z.looseObject({ message: z.looseObject({ content: z.string().nullish() }), finish_reason: z.string().nullish() }),
    )
    .min(1),
  usage: z.unknown(),
});

function asStream(completion: z.infer<typeof ChatCompletion>): string {
  const choices = completion.choices.map(({ message, finish_reason }, index) => {
    const delta = { role: "assistant", content: message.content ?? "" };
    return { index, delta, finish_reason: finish_reason ?? "stop" };
  });
  const chunk = {
    id: "unstreamed",
    object: "chat.completion.chunk",
    created: 0,
    model: "",
    choices,
    usage: completion.usage,
  };
  return `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
}

/** Some servers and gateways ignore `stream: true` and answer all at once. */
export const tolerantFetch: typeof fetch = async (input, init) => {
  const response = await modelFetch(input, init);
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("application/json")) return response;
  const text = await response.text();
  const { status, headers } = response;
  const whole = parse(text);
  if (!whole) return new Response(text, { status, headers });
  return new Response(asStream(whole), { status, headers: { "content-type": "text/event-stream" } });
};

function parse(text: string): z.infer<typeof ChatCompletion> | undefined {
  try {
    return ChatCompletion.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
