import { type Candidate, type Finding } from '#contracts';
import { isStale, type MatchRow, newestOf } from '../case-view.js';
import { naiveDigest, naiveJson } from '../naive-chain.js';
import { type Records } from '../records.js';
import { Broken, dossierOf, type Moment, newDecision, type Oracle, type Row, text } from './moment.js';

const blocks = ({ verdict, severity }: Finding): boolean => verdict === 'breached' && severity === 'blocking';
const resultOf = (row: Row | undefined) =>
  row?.['result'] as { findings: Finding[]; candidates: Candidate[] } | undefined;
const digestOf = (finding: Finding): string => naiveDigest(naiveJson(finding));

/** Whether two people set a finding aside as it is, with its values. */
const isOverturned = (records: Records, finding: Finding): boolean =>
  records.finding_overturn.some(
    (row) =>
      row['finding_digest'] === digestOf(finding) &&
      row['seconded_by'] !== null &&
      row['seconded_by'] !== row['proposed_by'] &&
      String(row['reason']).trim() !== '' &&
      row['document_id'] !== null,
  );

function candidateIsOpen(records: Records, { lineId, list, code }: Candidate): boolean {
  const rows = (records.list_decision as MatchRow[]).filter(
    (row) => row.line_id === lineId && row.list === list && row.code === code,
  );
  const counting = rows.find(({ state }) => state === 'stands' || state === 'withdrawal_proposed');
  if (!counting) return true;
  const needsTwo = list === 'prohibited' && counting.decision === 'confirmed';
  return needsTwo && (counting.seconded_by === null || counting.seconded_by === counting.decided_by);
}

/** 1: what may not be approved. */
const approvals: Oracle = (moment) => {
  const decision = newDecision(moment);
  const kind = text(decision?.['kind']);
  if (!kind.startsWith('approved')) return;
  const { after, tally } = moment;
  const screening = newestOf(after.screening);
  const result = resultOf(screening);
  if (!result || isStale({ ...after, dossier: moment.before.dossier }))
    throw new Broken(1, 'approved without a screening of the current facts', screening?.['number']);
  const open = result.candidates.filter((candidate) => candidateIsOpen(after, candidate));
  if (open.length > 0) throw new Broken(1, 'approved with undecided candidates', open);
  const standing = result.findings.filter((one) => blocks(one) && !isOverturned(after, one));
  const content = decision?.['content'] as { conditions?: { cures?: string[] }[] };
  const cures = (content.conditions ?? []).flatMap((condition) => condition.cures ?? []);
  const isCured = ({ key, curable }: Finding) =>
    kind === 'approved_with_conditions' && curable === 'by_condition' && cures.includes(key);
  const left = standing.filter((finding) => !isCured(finding));
  if (left.length > 0) throw new Broken(1, 'approved while a blocking finding stands', left);
  tally.checked(1, 'approval');
  if (result.findings.some(blocks)) tally.checked(1, 'approval in spite of a finding that blocks');
  if (result.candidates.length > 0) tally.checked(1, 'approval with decided candidates');
};

/** 1: what is concluded is concluded on a screening of the facts, the round and the decisions of that moment. */
const conclusions: Oracle = ({ before, after, tally }) => {
  if (after.conclusion.length === before.conclusion.length) return;
  if (isStale(before)) throw new Broken(1, 'concluded without a screening of the current facts');
  const candidates = resultOf(newestOf(before.screening))?.candidates ?? [];
  const open = candidates.filter((candidate) => candidateIsOpen(before, candidate));
  if (open.length > 0) throw new Broken(1, 'concluded with undecided candidates', open);
  tally.checked(1, 'a conclusion on a current screening');
};

/** 1: how a blocking finding falls: by other facts, other decisions on candidates, or another law. */
const falls: Oracle = ({ before, after, tally }) => {
  if (after.screening.length === before.screening.length) return;
  const [then, now] = [newestOf(before.screening), newestOf(after.screening)];
  if (!then || !now) return;
  const gone = (resultOf(then)?.findings ?? [])
    .filter(blocks)
    .filter(({ key }) => !(resultOf(now)?.findings ?? []).some((one) => one.key === key && blocks(one)));
  tally.checked(1, 'screening again');
  if (gone.length === 0) return;
  const same = ['facts_version', 'confirmations', 'law_set_digest'].every(
    (column) => naiveJson(then[column]) === naiveJson(now[column]),
  );
  if (same)
    throw new Broken(
      1,
      'a blocking finding fell by nothing',
      gone.map(({ key }) => key),
    );
  const prohibited = gone.some(({ ruleId }) => ruleId === 'list.prohibited');
  if (prohibited && then['facts_version'] === now['facts_version'] && !isTakenBackByTwo(after))
    throw new Broken(1, 'a prohibited match fell without two people who took it back');
  tally.checked(1, 'a blocking finding fell');
};

const isTakenBackByTwo = (records: Records): boolean =>
  records.list_decision.some(
    (row) =>
      row['list'] === 'prohibited' &&
      row['state'] === 'withdrawn' &&
      row['withdrawal_proposed_by'] !== null &&
      row['withdrawal_seconded_by'] !== null &&
      row['withdrawal_seconded_by'] !== row['withdrawal_proposed_by'] &&
      row['withdrawal_document_id'] !== null &&
      String(row['withdrawal_reason']).trim() !== '',
  );

/** 1: two people, never one twice; nobody overturns the prohibited list. */
const pairs: Oracle = ({ after, tally }) => {
  for (const row of after.finding_overturn) {
    if (String(row['finding_key']).startsWith('list.prohibited'))
      throw new Broken(1, 'the prohibited list was overturned', row);
    if (row['seconded_by'] !== null && row['seconded_by'] === row['proposed_by'])
      throw new Broken(1, 'one person overturned a finding', row);
    if (row['seconded_by'] !== null) tally.checked(1, 'an overturn by two');
  }
  for (const row of after.list_decision as MatchRow[]) {
    if (row.seconded_by !== null && row.seconded_by === row.decided_by)
      throw new Broken(1, 'one person confirmed twice', row);
    const confirmed = row.list === 'prohibited' && row.decision === 'confirmed';
    if (confirmed && row.state === 'stands' && row.seconded_by === null)
      throw new Broken(1, 'one person confirmed a prohibited match', row);
    if (confirmed && row.seconded_by !== null) tally.checked(1, 'a prohibited match by two');
  }
};

/** The facts on which a decision rests are those that were screened: no decision of a round is older than its screening. */
const approvalOracle = (moment: Moment): void => {
  for (const oracle of [approvals, conclusions, falls, pairs]) oracle(moment);
  if (
    newDecision(moment) &&
    dossierOf(moment.before)['facts_version'] !== dossierOf(moment.after)['facts_version']
  )
    throw new Broken(1, 'a decision changed the facts');
};
export { approvalOracle };
