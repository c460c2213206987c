import type { ModelServer } from "../model/server.ts";
import type { WebhookProxy } from "./webhook-proxy.ts";

export type KillableProcess = {
  name: string;
  kill: () => Promise<void>;
  outputAtExit?: () => string | undefined;
};

/** A running system whose processes may be killed. The model and the webhook proxy survive and keep journals. */
export type SystemUnderTest = {
  senderUrl: string;
  receiverUrl: string;
  model: ModelServer;
  webhookProxy: WebhookProxy;
  killable: [KillableProcess, ...KillableProcess[]];
  /** A book may stop rather than pay for an answer a third time: a person then takes it up again. */
  stopsUnpaid?: true;
};
