// Reads one uploaded file in a thread of its own, which ends with it.
import { parentPort, workerData } from "node:worker_threads";
import { readForm } from "./form.ts";
import type { Outcome } from "./manuscript.ts";
import { readFile } from "./read-file.ts";
import { Refused } from "./refused.ts";

async function read(): Promise<Outcome> {
  try {
    const { bytes, ...form } = await readForm(workerData.body, workerData.contentType);
    return { upload: { ...form, manuscript: await readFile(bytes) } };
  } catch (error) {
    if (error instanceof Refused) return { refused: { kind: error.kind, message: error.message } };
    throw error;
  }
}

parentPort?.postMessage(await read());
