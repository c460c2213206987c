import { z } from "zod";
import { splitModel } from "../configured.ts";
import { getJson } from "./get-json.ts";
import { localRoot } from "./kinds.ts";

const Running = z.object({ models: z.array(z.object({ name: z.string() })) });
const Listed = z.object({ data: z.array(z.object({ id: z.string(), state: z.string() })) });

/** Tells whether a server that was asked to answer still loads the model: these two keep the request open meanwhile. */
export async function isLoading(id: string): Promise<boolean> {
  const { provider, model } = splitModel(id);
  if (provider === "ollama") {
    const running = Running.safeParse(await getJson(`${localRoot(provider)}/api/ps`)).data?.models;
    return running !== undefined && !running.some(({ name }) => name === model || name === `${model}:latest`);
  }
  if (provider === "lmstudio") {
    const listed = Listed.safeParse(await getJson(`${localRoot(provider)}/api/v0/models`)).data?.data ?? [];
    return listed.some(({ id, state }) => id === model && state !== "loaded");
  }
  return false;
}
