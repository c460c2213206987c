import { z } from "zod";
import { BookRequest } from "#lib/contract/book.ts";
import { inheritOrder } from "#lib/generation/jobs/from.ts";
import { readJson } from "#lib/http.ts";

/** An order with what it takes from the book it is made from. @throws as `readJson` and `inheritOrder` do */
export const readOrder = async (request: Request): Promise<BookRequest> =>
  BookRequest.parse(await inheritOrder(await readJson(request, z.unknown())));
