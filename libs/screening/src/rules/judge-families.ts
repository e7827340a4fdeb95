import { type Finding, type TechnologyFacts, type Verdict } from '#contracts';
import { Refusal } from '#kernel';
import { type DecisionModel, type ScreeningLaw } from '#law';
import { type Row, judgeGroup, judgeRows } from './decision-engine.js';
import { OUTDATED } from './outdated.rule.js';
import { type Outcome, outcomeOf } from './outcome.js';
import {
  type Change,
  type RuleContext,
  type RuleFamily,
  type RuleTest,
  type Subject,
  subjectOf,
} from './rule-family.js';
import { type MetaInSet, judgementOf, standingNote } from './rule-standing.js';
import { findingsWithoutRule } from './without-rule.js';
import { USED_LINE } from './used-line.rule.js';
import { USED_MACHINE } from './used-machine.rule.js';

export const RULE_FAMILIES: readonly RuleFamily[] = [USED_MACHINE, USED_LINE, OUTDATED];

interface Asked {
  subject: Subject;
  row: Row;
  test: RuleTest;
  outcome: Outcome;
}

/** The lines and machines of normalised facts, each with its path. */
export function subjectsOf(facts: TechnologyFacts): Subject[] {
  const lines = (facts.lines ?? []).map((item) => ({
    kind: 'line' as const,
    id: item.id ?? '',
    path: `lines[${item.id}]`,
    item,
  }));
  const machines = (facts.equipment ?? []).map((item) => ({
    kind: 'equipment' as const,
    id: item.id ?? '',
    path: `equipment[${item.id}]`,
    item,
  }));
  return [...lines, ...machines];
}

/** Which rules of the set act for a family in this procedure; with none nothing can be decided. */
const metasOf = (family: RuleFamily, lawSet: ScreeningLaw): MetaInSet[] =>
  lawSet.rules.metas.filter(
    (meta) => meta.model === family.model && meta.procedures.includes(lawSet.procedureId),
  );

function modelOf(family: RuleFamily, metas: readonly MetaInSet[], lawSet: ScreeningLaw): DecisionModel {
  const packs = new Set(metas.map(({ packId }) => packId));
  const model = lawSet.rules.models.find(({ id, packId }) => id === family.model && packs.has(packId));
  if (!model) throw new Refusal('screening_unavailable', { model: family.model, reason: 'model_not_in_set' });
  return model;
}

function metaOf(outcome: Outcome, metas: readonly MetaInSet[], model: string): MetaInSet {
  const meta = metas.find(({ id }) => id === outcome.ruleId);
  if (!meta)
    throw new Refusal('screening_unavailable', { model, reason: 'unknown_rule', ruleId: outcome.ruleId });
  return meta;
}

async function ask(
  family: RuleFamily,
  model: DecisionModel,
  subjects: readonly Subject[],
  context: RuleContext,
): Promise<Asked[]> {
  const rows = subjects.map((subject) => family.row(subject, context));
  const judged = await judgeRows(model, rows);
  return subjects.flatMap((subject, index) =>
    family.tests.map((test) => ({
      subject,
      test,
      row: rows[index] ?? {},
      outcome: outcomeOf(judged[index] ?? {}, test.group, model.id),
    })),
  );
}

const mayChange = ({ test, outcome }: Asked): boolean =>
  outcome.verdict === 'breached' ||
  outcome.verdict === 'inconclusive' ||
  (outcome.verdict === 'met' && test.changesWhenMet === true);

/** Asks the tables about every proposed change of all findings, each in one call; keeps those that change the verdict. */
async function confirmChanges(
  asked: readonly Asked[],
  model: DecisionModel,
  context: RuleContext,
): Promise<Finding['wouldChange'][]> {
  const proposals = asked.map((entry) => proposedFor(entry, context));
  const confirmed = proposals.map((): Finding['wouldChange'] => []);
  const groups = [...new Set(asked.map(({ test }) => test.group))];
  await Promise.all(
    groups.map(async (group) => {
      const own = proposals.flatMap((changes, index) =>
        asked[index]?.test.group === group ? changes.map((change) => ({ change, index })) : [],
      );
      const rows = own.map(({ change }) => change.row);
      const answers = await judgeGroup(model, group, rows);
      own.forEach(({ change, index }, position) => {
        const becomes = outcomeOf(answers[position] ?? {}, group, model.id).verdict;
        confirmed[index]?.push(...changed(change, (asked[index] as Asked).outcome.verdict, becomes));
      });
    }),
  );
  return confirmed;
}

const proposedFor = (entry: Asked, context: RuleContext): Change[] =>
  mayChange(entry)
    ? (entry.test.changes?.(entry.subject, entry.row, entry.outcome.values, context) ?? [])
    : [];

const changed = ({ path, to }: Change, verdict: Verdict, becomes: Verdict): Finding['wouldChange'] =>
  becomes === verdict ? [] : [{ path, to, becomes }];

/** `U-1:equipment[eq-1]`; a rule that holds several tests (OUT-4) names the test too. */
const keyOf = (meta: MetaInSet, test: RuleTest, subject: Subject): string =>
  meta.test === test.test ? `${meta.id}:${subject.path}` : `${meta.id}.${test.group}:${subject.path}`;

const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort();

function findingOf(
  entry: Asked,
  meta: MetaInSet,
  wouldChange: Finding['wouldChange'],
  lawSet: ScreeningLaw,
  context: RuleContext,
): Finding {
  const { subject, test, outcome } = entry;
  const analogy = test.test.startsWith('outdated.') && !context.determines;
  const judged = judgementOf(outcome.verdict, standingNote(meta, lawSet.mode, lawSet.chosenFor), analogy);
  const isOpen = judged.verdict === 'inconclusive';
  const proofNotes = isOpen ? (test.notes?.(subject, context) ?? []) : [];
  const remarks = judged.verdict === 'not_applicable' ? [] : (test.remarks?.(subject, context) ?? []);
  return {
    key: keyOf(meta, test, subject),
    ruleId: meta.id,
    subject: subjectOf(subject),
    test: test.test,
    verdict: judged.verdict,
    severity: judged.severity,
    curable: meta.curable,
    analogy,
    basis: meta.basis,
    verification: meta.verification,
    packId: meta.packId,
    values: { ...outcome.values, ...judged.values },
    missing: sorted(isOpen ? [...outcome.missing, ...test.missing(subject, context)] : []),
    notes: sorted([...outcome.notes, ...judged.notes, ...proofNotes, ...remarks]),
    wouldChange: judged.verdict === outcome.verdict ? wouldChange : [],
  };
}

async function judgeFamily(
  family: RuleFamily,
  facts: TechnologyFacts,
  lawSet: ScreeningLaw,
  context: RuleContext,
): Promise<Finding[]> {
  const metas = metasOf(family, lawSet);
  const subjects = subjectsOf(facts).filter(({ kind }) => family.appliesTo.includes(kind));
  if (subjects.length === 0) return [];
  if (metas.length === 0) return findingsWithoutRule(family, subjects, context);
  const model = modelOf(family, metas, lawSet);
  const asked = await ask(family, model, subjects, context);
  const changes = await confirmChanges(asked, model, context);
  return asked.map((entry, index) =>
    findingOf(entry, metaOf(entry.outcome, metas, model.id), changes[index] ?? [], lawSet, context),
  );
}

/**
 * The findings of all table rules (U, L, OUT) on every line and machine, unordered; open ones where a family has no rule
 * in force on the day.
 */
export async function judgeFamilies(
  facts: TechnologyFacts,
  lawSet: ScreeningLaw,
  context: RuleContext,
): Promise<Finding[]> {
  const families = await Promise.all(
    RULE_FAMILIES.map((family) => judgeFamily(family, facts, lawSet, context)),
  );
  return families.flat();
}
