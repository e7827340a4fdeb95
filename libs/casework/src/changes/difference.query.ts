import { type Bilingual, type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { type DossierActs, factsOf, type FactChange, type OpenedDossier } from '#dossiers';
import { Refusal } from '#kernel';
import { factName, SUBJECT_NAMES } from './fact-fields.catalogue.js';
import { technologyDifference } from './technology-difference.js';

/** One difference between the approved technology and the changed one. */
export interface DifferenceItem {
  /** Path with stable ids: `lines[l1].origin`. */
  path: string;
  kind: 'added' | 'removed' | 'changed';
  subject: { kind: 'project' | 'line' | 'equipment'; id: string | null; name: string | null };
  /** What differs, by the name of the field; the kind of the item where all of it is new or gone. */
  field: Bilingual;
  before: unknown;
  after: unknown;
}
export interface DifferenceView {
  firstDossierId: string;
  /** The version of the first dossier's facts that was decided. */
  firstFactsVersion: number;
  factsVersion: number;
  items: DifferenceItem[];
}

/**
 * What a change of technology changes against the approved dossier, for whoever may see both.
 * @throws Refusal `no_first_dossier`; `not_found` for somebody who may not see the first one
 */
export async function differenceOf(
  tx: Tx,
  acts: DossierActs,
  { row }: OpenedDossier,
): Promise<DifferenceView> {
  const { firstDossierId, firstFactsVersion, factsVersion } = row;
  if (firstDossierId === null || firstFactsVersion === null) throw new Refusal('no_first_dossier');
  await acts.open(tx, firstDossierId);
  const before = await factsOf(tx, firstDossierId, firstFactsVersion);
  const after = await factsOf(tx, row.id, factsVersion);
  const items = technologyDifference(before, after).map((change) => itemOf(change, before, after));
  return { firstDossierId, firstFactsVersion, factsVersion, items };
}

const PATH = /^(project|lines|equipment)(?:\[([^\]]+)\])?(?:\.(\w+))?/;
const KINDS = { project: 'project', lines: 'line', equipment: 'equipment' } as const;

function itemOf(change: FactChange, before: TechnologyFacts, after: TechnologyFacts): DifferenceItem {
  const [, section = 'project', id = null, field] = PATH.exec(change.path) ?? [];
  const kind = KINDS[section as keyof typeof KINDS];
  return {
    path: change.path,
    kind: changeKind(change),
    subject: { kind, id, name: nameOf(kind, id, after) ?? nameOf(kind, id, before) },
    field: field === undefined ? SUBJECT_NAMES[kind] : factName(field),
    before: change.before ?? null,
    after: change.after ?? null,
  };
}

const changeKind = ({ before, after }: FactChange): DifferenceItem['kind'] =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';

function nameOf(
  kind: DifferenceItem['subject']['kind'],
  id: string | null,
  facts: TechnologyFacts,
): string | null {
  if (kind === 'project') return facts.project?.name ?? null;
  const items: readonly { id?: string; name?: string }[] =
    (kind === 'line' ? facts.lines : facts.equipment) ?? [];
  return items.find((item) => item.id === id)?.name ?? null;
}
