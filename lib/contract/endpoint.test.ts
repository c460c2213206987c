import { expect, test } from "vitest";
import { EndpointCreate, EndpointUpdate } from "./endpoint.ts";
import { WebhookConfigUpdate } from "./webhook.ts";

test.each([" http://localhost/x", "http://localhost/x ", "http://localhost/x\n", "\thttp://localhost/x\r\n"])(
  "l’adresse %j perd ce qui l’entoure",
  (url) => {
    for (const schema of [EndpointCreate, EndpointUpdate, WebhookConfigUpdate])
      expect(schema.parse({ url })).toEqual({ url: "http://localhost/x" });
  },
);
