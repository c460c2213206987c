import type { EndpointConfig } from "#lib/webhook/endpoints/config.ts";

/** An endpoint in development, without a row: for tests of single attempts. */
export const endpointConfig = (changes: Partial<EndpointConfig> & { url: string }): EndpointConfig => ({
  endpointId: "default",
  name: "",
  enabled: true,
  environment: "development",
  hasSecret: true,
  secrets: [],
  sendSecret: true,
  customHeaders: {},
  eventTypes: [],
  schedule: [0],
  throttledUntil: null,
  sources: { enabled: "page", url: "page", environment: "page", secret: "page" },
  disabledReason: null,
  enabledAt: null,
  updatedAt: new Date(),
  ...changes,
});
