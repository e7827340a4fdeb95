import { canonicalJson } from '#kernel';
import { type LawSet, type LawSetDifference, type SetChange } from './law-set.types.js';

function changeOf<T>(before: readonly T[], after: readonly T[], idOf: (item: T) => string): SetChange {
  const [was, is] = [
    new Map(before.map((item) => [idOf(item), item])),
    new Map(after.map((item) => [idOf(item), item])),
  ];
  const kept = [...was.keys()].filter((id) => is.has(id));
  return {
    added: [...is.keys()].filter((id) => !was.has(id)).sort(),
    removed: [...was.keys()].filter((id) => !is.has(id)).sort(),
    changed: kept.filter((id) => canonicalJson(was.get(id)) !== canonicalJson(is.get(id))).sort(),
  };
}
const procedureName = ({ procedure }: LawSet): string =>
  `${procedure.packId} ${procedure.id} ${procedure.version}`;

/**
 * What changed between two sets, such as the provisional one of the day of submission (`from`) and the final one of
 * the day of acceptance (`to`). Ids only; notices are compared by their whole text. `same` = equal digests.
 */
export function lawSetDifference(from: LawSet, to: LawSet): LawSetDifference {
  const procedures = { from: procedureName(from), to: procedureName(to) };
  const { added, removed } = changeOf(from.notices, to.notices, canonicalJson);
  return {
    same: from.digest === to.digest,
    chosenFor: { from: from.chosenFor, to: to.chosenFor },
    procedure: procedures.from === procedures.to ? null : procedures,
    packs: changeOf(from.packs, to.packs, ({ packId }) => packId),
    clocks: changeOf(from.clocks, to.clocks, ({ id }) => id),
    rules: changeOf(from.rules.metas, to.rules.metas, ({ id }) => id),
    listVersions: changeOf(from.lists.versions, to.lists.versions, ({ id }) => id),
    checklist: changeOf(from.checklist, to.checklist, ({ code, packId }) => `${packId} ${code}`),
    notices: { added, removed },
  };
}
