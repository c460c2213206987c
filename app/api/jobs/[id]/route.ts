import { route } from "#lib/http.ts";
import { answerJobDetail } from "../job-detail.ts";

type Context = { params: Promise<{ id: string }> };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<Context>({
  GET: async (request, { params }) => answerJobDetail(request, (await params).id),
});
