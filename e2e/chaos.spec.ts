import { expect, test } from "@playwright/test";
import { killAtRandom } from "#testing/chaos/random-kills.ts";
import { startSenderAndReceiver } from "#testing/chaos/sender-and-receiver.ts";
import { startSingleInstance } from "#testing/chaos/single-instance.ts";
import { unharmed, type Verdict } from "#testing/chaos/verdict.ts";
import { chooseSeed } from "#testing/machine/random.ts";

const repeatsIn = ({ callsByRole, repeatedBeforeRecord, repeatedAfterCut }: Verdict) =>
  `appels : ${JSON.stringify(callsByRole)}, refaits entre le dernier octet et l’enregistrement : ${repeatedBeforeRecord}, coupés : ${repeatedAfterCut}`;

test("des kill -9 au hasard ne perdent, ne doublent ni ne refont payer rien", async () => {
  test.setTimeout(600_000);
  const seed = chooseSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const instance = await startSingleInstance();
  const result = await killAtRandom(instance, { kills: 2, seed, booksPerKill: 2 });
  await instance.close();
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 4, received: 4, ...unharmed });
  expect(Object.keys(result.callsByRole).sort()).toEqual(["chapter", "outline", "research", "review"]);
});

test("émetteur, récepteur et Postgres tués au hasard : rien de perdu, rien de doublé, aucune requête invisible", async () => {
  test.setTimeout(600_000);
  const seed = chooseSeed(process.env.CHAOS_SEED);
  console.info(`graine du hasard : ${seed} (CHAOS_SEED=${seed} pour la rejouer)`);
  const pair = await startSenderAndReceiver();
  const result = await killAtRandom(pair, { kills: 3, seed, booksPerKill: 2 });
  await pair.close();
  console.info(repeatsIn(result));
  expect(result).toMatchObject({ jobs: 6, received: 6, ...unharmed });
});
