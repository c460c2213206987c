import type { PGlite, Transaction } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";

/** The package reports success for a failed COMMIT (a full disk, say) and for a failed script. */
export class EmbeddedAdapter extends PrismaPGlite {
  readonly #pglite: PGlite;
  readonly #begun: { outcome?: Promise<unknown> };

  constructor(pglite: PGlite) {
    const begun: { outcome?: Promise<unknown> } = {};
    super(
      new Proxy(pglite, {
        get(target, name) {
          if (name === "transaction") {
            return <T>(run: (tx: Transaction) => Promise<T>) => {
              const outcome = target.transaction(run);
              begun.outcome = outcome;
              return outcome;
            };
          }
          const value = Reflect.get(target, name, target);
          return typeof value === "function" ? value.bind(target) : value;
        },
      }),
    );
    this.#pglite = pglite;
    this.#begun = begun;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pglite.exec(script);
    };
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      if (isolationLevel)
        throw new Error("La base embarquée n’a qu’une connexion : un niveau d’isolation n’y a pas de sens.");
      const starting = start();
      const { outcome } = this.#begun;
      const tx = await starting;
      const commit = tx.commit.bind(tx);
      tx.commit = async () => {
        await commit();
        await outcome;
      };
      return tx;
    };
    return adapter;
  }
}
