import { receiveForm } from "../manuscript/receive.ts";
import { runInThread } from "../manuscript/threads.ts";
import type { Outcome, ReferenceUpload } from "./reference.ts";

/** Receives a form with a file, and has the file read in a thread. @throws {AppError} as `receiveForm`, and invalid */
export async function receiveReference(request: Request): Promise<ReferenceUpload> {
  return (await runInThread<Outcome>("reference", await receiveForm(request))).upload;
}
