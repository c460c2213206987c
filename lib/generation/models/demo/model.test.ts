import { generateText, Output, streamText } from "ai";
import { describe, expect, it } from "vitest";
import { BookOutline } from "../../brief/book-outline.ts";
import { type CallContext, soramiOptions } from "../call-context.ts";
import { demoModel } from "./model.ts";

const request = { topic: "Les phares de Bretagne", goal: "Les faire découvrir", words: 3000, chapters: 6 };
const call = (context: CallContext) => ({
  model: demoModel(),
  prompt: "Écrivez.",
  maxRetries: 0,
  providerOptions: soramiOptions(context),
});

describe("le modèle de démonstration dans l’AI SDK", () => {
  it("répond au plan en JSON conforme, jetons comptés", async () => {
    const { output, usage, finishReason } = await generateText({
      ...call({ role: "outline", request }),
      output: Output.object({ schema: BookOutline }),
    });
    expect(output.chapters).toHaveLength(6);
    expect(finishReason).toBe("stop");
    expect(usage.outputTokens).toBeGreaterThan(100);
    expect(usage.inputTokens).toBeGreaterThan(0);
  });

  it("donne en flux exactement ce qu’il donne d’un bloc, par morceaux", async () => {
    const context: CallContext = { role: "chapter", request: { ...request, position: 2 } };
    const { text } = await generateText(call(context));
    const pieces: string[] = [];
    for await (const piece of streamText(call(context)).textStream) pieces.push(piece);
    expect(pieces.join("")).toBe(text);
    expect(pieces.length).toBeGreaterThan(10);
    expect(text).toMatch(/^# \S/);
  });

  it("s’arrête quand on l’arrête, avant comme pendant", async () => {
    const context: CallContext = { role: "chapter", request: { ...request, position: 1 } };
    await expect(generateText({ ...call(context), abortSignal: AbortSignal.abort() })).rejects.toThrow();
    const controller = new AbortController();
    const running = generateText({ ...call(context), abortSignal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    const stopper = new AbortController();
    const { stream } = await demoModel().doStream({
      prompt: [],
      providerOptions: soramiOptions(context),
      abortSignal: stopper.signal,
    });
    let received = 0;
    const reading = (async () => {
      for await (const part of stream) {
        received++;
        if (part.type === "text-delta") stopper.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(received).toBeLessThan(10);
  });

  it("dit « length » quand la place manque", async () => {
    const context: CallContext = { role: "chapter", request: { ...request, position: 1 } };
    const { text, finishReason } = await generateText({ ...call(context), maxOutputTokens: 20 });
    expect(finishReason).toBe("length");
    expect(text.length).toBeLessThanOrEqual(80);
  });

  it("répond aux notes de recherche, et refuse un appel sans contexte", async () => {
    const notes = await generateText(call({ role: "research", request }));
    expect(notes.text).toContain("aucune source n’a été consultée");
    await expect(generateText({ model: demoModel(), prompt: "Le pain de seigle" })).rejects.toThrow("context");
  });
});
