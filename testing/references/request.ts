/** A request that sends a document, as a browser or a program does. */
export const documentRequest = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request("http://localhost/api/documents", {
    method: "POST",
    body,
    headers: { Host: "localhost", ...headers },
    duplex: "half",
  } as RequestInit);
