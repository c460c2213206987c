/** Where each resource lives: the key of its data in the browser and of what the server hands over with a page. */
export const jobs = {
  latest: "/api/jobs?limit=20",
  one: (id: string) => `/api/jobs/${id}`,
  cancel: (id: string) => `/api/jobs/${id}/cancel`,
  retry: (id: string) => `/api/jobs/${id}/retry`,
};

export const books = {
  latest: "/api/books/cards?limit=6",
  page: (cursor?: string) => `/api/books/cards?limit=24${cursor ? `&cursor=${cursor}` : ""}`,
  one: (id: string) => `/api/books/${id}`,
  ofJob: (jobId: string) => `/api/books/cards?limit=1&job_id=${jobId}`,
  markdown: (id: string) => `/api/books/${id}/markdown`,
};

export const webhook = {
  config: "/api/webhook/config",
  settings: "/api/webhook/settings",
  test: "/api/webhook/test",
  latest: "/api/webhook/deliveries?limit=4",
  page: (cursor?: string) => `/api/webhook/deliveries?limit=20${cursor ? `&cursor=${cursor}` : ""}`,
  ofJob: (jobId: string) => `/api/webhook/deliveries?job_id=${jobId}`,
  resend: (id: string) => `/api/webhook/deliveries/${id}/resend`,
};
