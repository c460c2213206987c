import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { mask, misplaced, unmask, unmaskSoFar } from "./masks.ts";

const source =
  'Tapez `ls -l` puis lisez [l’aide](https://exemple.fr/a_(b) "L’aide") [S2], ou écrivez à <moi@exemple.fr>.';

async function masked() {
  const { blocks } = await openDocument(source);
  return mask(
    source,
    blocks.map(({ node }) => node),
  );
}

test("ce qui ne se traduit pas est masqué, et revient octet pour octet, où que le modèle l’ait mis", async () => {
  const found = await masked();
  expect(found.text).toBe("Tapez <x1/> puis lisez [l’aide](<x2/>) <x3/>, ou écrivez à <x4/>.");
  expect(found.kept).toEqual(["`ls -l`", 'https://exemple.fr/a_(b) "L’aide"', "[S2]", "<moi@exemple.fr>"]);
  const answer = "Write to <x4 />, or read <x3></x3> [the help]( <x2/>), then type < X1 >.";
  expect(unmask(answer, found)).toBe(
    'Write to <moi@exemple.fr>, or read [S2] [the help]( https://exemple.fr/a_(b) "L’aide"), then type `ls -l`.',
  );
  expect(misplaced(answer, found)).toEqual([]);
});

test("un repère perdu ou redit se voit, un repère inventé est ôté, et le texte qui vient n’en montre pas la moitié", async () => {
  const found = await masked();
  expect(misplaced("<x1/> <x1/> <x3/> <x4/>", found)).toEqual(found.kept.slice(0, 2));
  expect(unmask("a <x9/> b", found)).toBe("a  b");
  expect(unmaskSoFar("Type <x1/> and read [the help](<x", found)).toBe("Type `ls -l` and read [the help](");
});
