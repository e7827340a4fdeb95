import {
  type Candidate,
  type Finding,
  type LineFacts,
  type ListKind,
  LIST_KINDS,
  type Severity,
} from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { versionsInForce } from '../matcher/row-standing.js';
import { type LineListStatus, type ListStatus } from '../rules/rule-family.js';

export interface ListContext {
  lawSet: ScreeningLaw;
  on: CivilDate;
  candidates: readonly Candidate[];
}
const SEVERITY: Record<ListKind, Severity> = {
  prohibited: 'blocking',
  restricted: 'review',
  encouraged: 'info',
  strategic: 'info',
};
/** Lists whose unknown content must be answered by a person before a conclusion. */
const MUST_BE_ANSWERED: readonly ListKind[] = ['prohibited', 'restricted'];

const of = ({ candidates }: ListContext, lineId: string, list: ListKind): Candidate[] =>
  candidates.filter((candidate) => candidate.lineId === lineId && candidate.list === list);
/** What waits for a person; an entry that the version in force replaces decides nothing, so nobody has to wait for it. */
const isUndecided = ({ decision, supersededBy }: Candidate): boolean =>
  supersededBy === undefined && (decision === 'open' || decision === 'awaiting_second_person');

/** Ids of the versions in force that are not loaded; `unknown` when no version is known to be in force. */
export function unloadedVersions({ lawSet, on }: ListContext, list: ListKind): string[] {
  const versions = versionsInForce(lawSet, list, on);
  return versions.length === 0
    ? ['unknown']
    : versions
        .filter(({ loaded }) => !loaded)
        .map(({ id }) => id)
        .sort();
}

function statusOf(context: ListContext, line: LineFacts, list: 'prohibited' | 'restricted'): ListStatus {
  const own = of(context, line.id ?? '', list);
  if (own.some(({ decision, standing }) => decision === 'confirmed' && standing === 'acts')) return list;
  if (!line.technologyName) return 'unnamed';
  if (own.some((candidate) => isUndecided(candidate))) return 'open';
  return unloadedVersions(context, list).length > 0 ? 'not_loaded' : 'clear';
}

/** Where a line stands on the two lists that can stop or reroute it, for the tables (L-4, OUT-5). */
export const lineListStatus = (context: ListContext, line: LineFacts): LineListStatus => ({
  prohibited: statusOf(context, line, 'prohibited'),
  restricted: statusOf(context, line, 'restricted'),
});

type Basis = Pick<Finding, 'basis' | 'verification' | 'packId' | 'curable'>;
function basisOf({ lawSet }: ListContext, list: ListKind): Basis {
  const meta = lawSet.rules.metas.find(({ test }) => test === `list.${list}`);
  const curable = list === 'prohibited' ? 'none' : (meta?.curable ?? 'by_condition');
  if (meta) return { basis: meta.basis, verification: meta.verification, packId: meta.packId, curable };
  return { basis: '', verification: 'memory', packId: '', curable };
}

function confirmedFinding(
  context: ListContext,
  line: LineFacts,
  list: ListKind,
  acting: Candidate[],
): Finding {
  const best = acting[0] as Candidate;
  const row = context.lawSet.lists.rows.find(
    ({ versionId, code }) => versionId === best.listVersion && code === best.code,
  );
  return {
    ...skeleton(context, line, list),
    verdict: 'breached',
    severity: SEVERITY[list],
    verification: best.verification,
    packId: row?.packId ?? '',
    values: {
      codes: acting
        .map(({ code }) => code)
        .sort()
        .join(', '),
      listVersion: best.listVersion,
    },
    notes: row?.reference ? ['reference_row'] : [],
  };
}

const skeleton = (context: ListContext, line: LineFacts, list: ListKind): Finding => ({
  key: `list.${list}:lines[${line.id}]`,
  ruleId: `list.${list}`,
  subject: { kind: 'line', id: line.id ?? '' },
  test: `list.${list}`,
  verdict: 'inconclusive',
  severity: 'review',
  analogy: false,
  ...basisOf(context, list),
  values: {},
  missing: [],
  notes: [],
  wouldChange: [],
});

function openFinding(context: ListContext, line: LineFacts, list: ListKind): Finding[] {
  const unloaded = unloadedVersions(context, list);
  const undecided = of(context, line.id ?? '', list).filter(isUndecided);
  const advised = of(context, line.id ?? '', list).filter(
    ({ decision, standing }) => decision === 'confirmed' && standing === 'advice',
  );
  const missing = [
    ...unloaded.map((version) => `annex:${version}`),
    ...undecided.map(({ code }) => `decision:${list}:${code}`),
    ...(line.technologyName ? [] : [`lines[${line.id}].technologyName`]),
  ];
  if (missing.length === 0 && advised.length === 0) return [];
  const notes = [
    ...(unloaded.length > 0 ? ['list_version_not_in_force'] : []),
    ...(undecided.length > 0 ? ['candidates_open'] : []),
    ...(advised.length > 0 ? ['confirmed_row_is_advice'] : []),
    ...(advised.some(({ supersededBy }) => supersededBy) ? ['superseded_by_version_in_force'] : []),
  ];
  const values: Finding['values'] =
    advised.length > 0
      ? {
          codes: advised
            .map(({ code }) => code)
            .sort()
            .join(', '),
        }
      : {};
  return [
    { ...skeleton(context, line, list), values, missing: [...new Set(missing)].sort(), notes: notes.sort() },
  ];
}

function findingsFor(context: ListContext, line: LineFacts, list: ListKind): Finding[] {
  const acting = of(context, line.id ?? '', list).filter(
    ({ decision, standing }) => decision === 'confirmed' && standing === 'acts',
  );
  if (acting.length > 0) return [confirmedFinding(context, line, list, acting)];
  return MUST_BE_ANSWERED.includes(list) ? openFinding(context, line, list) : [];
}

/**
 * The list findings of every line: `breached` where people confirmed a row that acts (prohibited blocks, restricted
 * is for review and reroutes, the others inform), `inconclusive` where the prohibited or restricted list in force is
 * not loaded, a candidate is undecided or the technology is not named. No finding ever says "not on the list".
 */
export const listFindings = (context: ListContext, lines: readonly LineFacts[]): Finding[] =>
  lines.flatMap((line) => LIST_KINDS.flatMap((list) => findingsFor(context, line, list)));
