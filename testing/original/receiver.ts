import type { Behaviour } from "../servers/receiver.ts";

type Payload = {
  job_id?: string;
  status?: string;
  timestamp?: string;
  user_id?: string;
  error?: string;
  book_data?: { book_title: string; topic: string; goal: string; chapters: { title: string; content: string }[] };
};

/** A job of the original frontend: its own row, which the webhook ends. */
export type OriginalJob = {
  status: "RUNNING" | "COMPLETED" | "FAILED";
  title?: string;
  chapters?: string[];
  userId?: string;
};

type Answer = { status: number; body: object };

const refused = (status: number, error: string): Answer => ({ status, body: { error } });

/**
 * The receiver of the original system, by its own rules: in production it reads `X-Webhook-Secret` and nothing else, and
 * it notes `job_id` and `status` as processed before it stores anything, and for good when storing fails.
 */
export function createOriginalReceiver({ secret }: { secret?: string } = {}) {
  const jobs = new Map<string, OriginalJob>();
  const processed = new Set<string>();
  let failures = 0;

  const store = ({ job_id = "", status, user_id, book_data }: Payload) => {
    if (failures > 0) {
      failures--;
      throw new Error("value too long for type character varying(191)");
    }
    const userId = user_id === undefined ? {} : { userId: user_id };
    if (status === "failed" || !book_data) return void jobs.set(job_id, { status: "FAILED", ...userId });
    const chapters = book_data.chapters.map(({ title }) => title);
    jobs.set(job_id, { status: "COMPLETED", title: book_data.book_title, chapters, ...userId });
  };

  const answer = (headers: Record<string, unknown>, text: string): Answer => {
    if (secret !== undefined && headers["x-webhook-secret"] !== secret) return refused(401, "Unauthorized");
    const payload: Payload = JSON.parse(text);
    const { job_id, status, timestamp } = payload;
    if (!job_id || !status || !timestamp) return refused(400, "Invalid payload");
    const key = `${job_id}-${status}`;
    if (processed.has(key))
      return { status: 200, body: { success: true, message: "Webhook already processed (idempotent)", job_id } };
    processed.add(key);
    if (status === "completed" && !payload.book_data) {
      processed.delete(key);
      return refused(400, "book_data is required for completed status");
    }
    store(payload);
    return { status: 200, body: { success: true, message: "Webhook reçu et traité avec succès", job_id } };
  };

  const behaviour: Behaviour = ({ headers, body }, response) => {
    let told: Answer;
    try {
      told = answer(headers, body.toString());
    } catch {
      told = refused(500, "Internal server error");
    }
    response.writeHead(told.status, { "Content-Type": "application/json" }).end(JSON.stringify(told.body));
  };
  return {
    behaviour,
    jobs,
    failNext: (times: number) => {
      failures = times;
    },
  };
}

export const specificationReceiver: Behaviour = ({ body }, response) => {
  const data: Payload = JSON.parse(body.toString());
  const status = data.book_data === undefined ? 500 : 200;
  const answer = { success: true, message: "Webhook reçu et traité", job_id: data.job_id };
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
};
