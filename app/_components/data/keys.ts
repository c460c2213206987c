import { unfinishedStatuses } from "#lib/contract/values.ts";

/** The address of each resource: also the key of its data in the browser, and of the data that comes with a page. */
export const jobs = {
  latest: "/api/jobs?limit=20",
  /** The jobs that wait for a person, however old. */
  awaiting: "/api/jobs?status=awaiting_approval,awaiting_budget&limit=20",
  unfinished: `/api/jobs?status=${unfinishedStatuses.join(",")}&limit=1`,
  cancelAll: "/api/jobs/cancel",
  page: (query: string) => `/api/jobs?limit=20${query && `&${query}`}`,
  /** Those whose plan another book may start from; what has none yet is among them. */
  newest: "/api/jobs?limit=100",
  create: "/api/books/create",
  estimate: "/api/books/estimate",
  one: (id: string) => `/api/jobs/${id}`,
  live: (id: string) => `/api/jobs/${id}/live`,
  chapter: (id: string, position: number) => `/api/jobs/${id}/chapters/${position}`,
  source: (id: string, sourceId: string) => `/api/jobs/${id}/sources/${sourceId}`,
  edits: (id: string) => `/api/jobs/${id}/edits`,
  restoreEdit: (id: string, editId: string) => `/api/jobs/${id}/edits/${editId}/restore`,
  cancel: (id: string) => `/api/jobs/${id}/cancel`,
  retry: (id: string) => `/api/jobs/${id}/retry`,
  outline: (id: string) => `/api/jobs/${id}/outline`,
  bible: (id: string) => `/api/jobs/${id}/bible`,
  translate: (id: string) => `/api/jobs/${id}/translate`,
  translateEstimate: (id: string) => `/api/jobs/${id}/translate/estimate`,
  approve: (id: string) => `/api/jobs/${id}/approve`,
  deleted: "/api/jobs?deleted=true&limit=100",
  restore: (id: string) => `/api/jobs/${id}/restore`,
};

export const manuscripts = "/api/manuscripts";

export const voices = { all: "/api/voices", one: (id: string) => `/api/voices/${id}` };
export const documents = {
  all: "/api/documents",
  list: "/api/documents?limit=100",
  one: (id: string) => `/api/documents/${id}`,
};

const queryOf = (version: number | undefined) => (version === undefined ? "" : `?version=${version}`);

export const books = {
  one: (id: string) => `/api/books/${id}`,
  deleted: "/api/books?deleted=true&limit=100",
  restore: (id: string) => `/api/books/${id}/restore`,
  latest: "/api/books/cards?limit=6",
  page: (cursor?: string) => `/api/books/cards?limit=24${cursor ? `&cursor=${cursor}` : ""}`,
  contents: (id: string, version?: number) => `/api/books/${id}/contents${queryOf(version)}`,
  chapter: (id: string, position: number, version?: number) =>
    `/api/books/${id}/chapters/${position}${queryOf(version)}`,
  versions: (id: string) => `/api/books/${id}/versions`,
  ofJob: (jobId: string) => `/api/books/cards?limit=1&job_id=${jobId}`,
  file: (form: "epub" | "pdf" | "docx" | "markdown", id: string, version?: number) =>
    `/api/books/${id}/${form}${queryOf(version)}`,
};

export const webhook = {
  config: "/api/webhook/config",
  settings: "/api/webhook/settings",
  test: "/api/webhook/test",
  latest: "/api/webhook/deliveries?limit=4",
  log: (query: string) => `/api/webhook/deliveries?limit=25${query && `&${query}`}`,
  one: (id: string) => `/api/webhook/deliveries/${id}`,
  body: (id: string) => `/api/webhook/deliveries/${id}/body`,
  resends: "/api/webhook/resends",
  resendsPreview: "/api/webhook/resends/preview",
  stopResends: (id: string) => `/api/webhook/resends/${id}/stop`,
  ofJob: (jobId: string) => `/api/webhook/deliveries?job_id=${jobId}`,
  resend: (id: string) => `/api/webhook/deliveries/${id}/resend`,
};

export const inbox = {
  page: (query: string) => `/api/inbox?limit=25${query && `&${query}`}`,
  run: (id: string) => `/api/inbox/${id}/run`,
};

export const endpoints = {
  all: "/api/webhook/endpoints",
  one: (id: string) => `/api/webhook/endpoints/${id}`,
  rotate: (id: string) => `/api/webhook/endpoints/${id}/rotate`,
  key: (id: string, keyId: string) => `/api/webhook/endpoints/${id}/keys/${keyId}`,
  test: (id: string) => `/api/webhook/endpoints/${id}/test`,
};

/** The practice receiver, in development. */
export const practice = "/api/practice";

export const models = {
  all: "/api/models",
  settings: "/api/models/settings",
  key: (provider: string) => `/api/models/keys/${provider}`,
  try: "/api/models/try",
};

export const queue = { state: "/api/webhook/queue" };
