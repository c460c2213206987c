import { notFound } from "#lib/errors.ts";
import { errorResponse } from "#lib/http.ts";

const answer = () => errorResponse(notFound("Cette adresse"));

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
