import type { ModelServer } from "../model/server.ts";
import type { Wire } from "./wire.ts";

/** Something that can be killed: `kill` comes back once it works again; `lastWords` is there once it ended by itself. */
export type Victim = { name: string; kill: () => Promise<void>; lastWords?: () => string | undefined };

/** Where books are asked for, where they arrive, what is seen on the way, and who may die. */
export type Siege = {
  generator: string;
  receiver: string;
  model: ModelServer;
  wire: Wire;
  victims: [Victim, ...Victim[]];
};
