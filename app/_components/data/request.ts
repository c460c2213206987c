import type { ErrorBody, Issue } from "#lib/contract/error.ts";

/** An answer that is not a success, or no answer at all (`status` 0), with the API's own sentence. */
export class RequestFailed extends Error {
  override name = "RequestFailed";
  readonly status: number;
  readonly issues: Issue[];
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const { message, issues } = (body ?? {}) as Partial<ErrorBody>;
    super(message ?? (status === 0 ? "Sorami ne répond pas." : `Réponse inattendue du serveur (${status}).`));
    this.status = status;
    this.issues = issues ?? [];
    this.body = body;
  }
}

/** Reads JSON from the API. @throws {RequestFailed} */
export async function request<T>(url: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new RequestFailed(0, undefined);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new RequestFailed(response.status, body);
  return body as T;
}

/** Sends JSON to the API. @throws {RequestFailed} */
export function post<T>(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  return send<T>("POST", url, { body, headers });
}

/** Changes what is given. @throws {RequestFailed} */
export const patch = <T>(url: string, body: unknown) => send<T>("PATCH", url, { body });

/** Replaces the whole. @throws {RequestFailed} */
export const put = <T>(url: string, body: unknown) => send<T>("PUT", url, { body });

/** @throws {RequestFailed} */
export const remove = <T = undefined>(url: string) => request<T>(url, { method: "DELETE" });

function send<T>(method: string, url: string, { body, headers }: { body: unknown; headers?: Record<string, string> }) {
  return request<T>(url, {
    method,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body ?? {}),
  });
}
