/** Sends a book to the receiver of an app, as a webhook does in development. @returns the id of the stored book */
export async function receiveBook(
  url: string,
  jobId: string,
  chapters: { title: string; content: string }[],
): Promise<string> {
  const at = new Date().toISOString();
  const book_data = {
    book_title: "Le sel",
    topic: "Le sel",
    goal: "Comprendre",
    outline: [],
    chapters,
    generated_at: at,
    word_count: 100,
    chapter_count: chapters.length,
  };
  const body = JSON.stringify({ job_id: jobId, status: "completed", timestamp: at, book_data });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${url}/api/webhooks/book-completion`, { method: "POST", headers, body });
  return (await answer.json()).book_id;
}
