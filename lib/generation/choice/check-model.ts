import { invalid } from "../../errors.ts";
import { modelProblem, splitModel } from "../models/configured.ts";
import { isLocalKind } from "../models/local/kinds.ts";
import { listModels } from "./list-models.ts";

const unknown = "Ce modèle est inconnu\u202f: choisissez-en un de GET /api/models.";

/** @throws {AppError} invalid, naming the field, when a model is none of those listed, or not ready */
export async function checkModel(id: string, field = "model"): Promise<void> {
  const { items } = await listModels();
  const item = items.find((one) => one.id === id);
  if (!item) throw invalid(field, unknown);
  if (item.reason) throw invalid(field, item.reason);
}

/** A provider has more models than are listed: with a key, or an address, any of its own may be named. */
export async function checkNamedModel(id: string, field: string): Promise<void> {
  const { provider, model } = splitModel(id);
  const { items } = await listModels();
  if (isLocalKind(provider) || model.trim() === "" || items.some((one) => one.id === id)) return checkModel(id, field);
  if (model.includes(",")) throw invalid(field, "Un seul modèle\u202f: les suites se donnent dans BOOK_MODEL.");
  const problem = modelProblem(id);
  if (problem) throw invalid(field, problem);
}
