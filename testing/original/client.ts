const json = { "Content-Type": "application/json" };

/** The order that the original frontend sends (`src/app/api/generate/route.ts`), as it was recorded. */
export const recordedOrder = {
  title: "Mon livre",
  topic: "Les phares",
  goal: "Comprendre",
  chapters: [{ title: "Introduction", description: "Introduction au sujet" }],
  jobId: "cmh3abc",
  userId: "cmu1",
  webhookUrl: "http://localhost:3000/api/webhooks/book-completion",
  metadata: { organizationId: null as string | null },
};

export const formChapters = [
  { title: "Introduction", description: "Introduction au sujet" },
  { title: "Développement", description: "Développement principal" },
  { title: "Conclusion", description: "Conclusion et résumé" },
];

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The original frontend as a client: it orders with its user's token, and asks for the status by its own job's id. */
export function createOriginalClient(fetch: Fetch, apiUrl: string) {
  const headers = { ...json, Authorization: "Bearer eyJhbGciOi.jeton.clerk" };
  return {
    order: (body: object) =>
      fetch(`${apiUrl}/api/books/create`, { method: "POST", headers, body: JSON.stringify(body) }),
    /** The three addresses at which its pages and libraries ask for a status. */
    statuses: (jobId: string) =>
      Promise.all(
        [`/api/books/status/${jobId}`, `/job-status/${jobId}`, `/api/jobs/${jobId}/status`].map((address) =>
          fetch(apiUrl + address, { headers: { Authorization: "Bearer undefined" } }),
        ),
      ),
  };
}

const secret = "sorami-webhook-secret-key-2025";

/** The five checks of the original test script (`scripts/test-webhook.sh`); true where it prints a green line. */
export async function runOriginalScript(fetch: Fetch, url: string, clock: () => Date) {
  const post = async (body: object) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...json, "X-Webhook-Secret": secret },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const book = (job_id: string, book_title: string) => ({
    job_id,
    status: "completed",
    timestamp: clock().toISOString(),
    environment: "development",
    book_data: {
      book_title,
      topic: "Test Automation",
      goal: "Valider le système de webhook",
      outline: [{ title: "Chapitre 1", description: "Introduction aux tests" }],
      chapters: [{ title: "Chapitre 1: Introduction", content: "# Chapitre 1: Introduction", description: "Test" }],
      generated_at: clock().toISOString(),
      word_count: 150,
      chapter_count: 1,
    },
  });
  const failed = { status: "failed", environment: "development", error: "Test error: Generation timeout" };
  const completed = await post(book("test-webhook-1", "Livre de Test Webhook"));
  const failure = await post({ ...failed, job_id: "test-webhook-failed-1", timestamp: clock().toISOString() });
  await post(book("test-idempotence-1", "Test Idempotence"));
  const again = await post(book("test-idempotence-1", "Test Idempotence"));
  const incomplete = await post({ status: "completed", timestamp: clock().toISOString() });
  const got = await fetch(url);
  return {
    completed: completed.status === 200,
    failed: failure.status === 200 || failure.status === 404,
    idempotence: /already processed|idempotent/.test(again.text),
    missingJobId: incomplete.status === 400,
    getRefused: got.status === 405,
    statuses: { incomplete: incomplete.status, get: got.status },
  };
}
