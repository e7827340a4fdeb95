import {
  type Confirmation,
  type Finding,
  type ScreeningMode,
  type ScreeningResult,
  type TechnologyFacts,
} from '#contracts';
import { type CivilDate, Refusal, digestOf } from '#kernel';
import { type ScreeningLaw } from '#law';
import { engineVersionOf, RULE_SHELL_VERSION, type RuleShell } from './engine-version.js';
import { normaliseFacts, orderFacts } from './facts/normalise-facts.js';
import { factsFaults } from './facts/validate-facts.js';
import { confirmedOutsideTheSet, decideCandidates } from './lists/decide-candidates.js';
import { type ListContext, lineListStatus, listFindings } from './lists/list-findings.js';
import { noticesOf } from './lists/notices.js';
import { weighEvidence } from './rules/evidence.js';
import { judgeFamilies } from './rules/judge-families.js';
import { type LineListStatus, type RuleContext, isUsedImport } from './rules/rule-family.js';
import { triggerOf } from './trigger.js';

/** Everything a screening depends on: plain JSON, stored whole for the replay. */
export interface ScreeningInput {
  lawSet: ScreeningLaw;
  mode: ScreeningMode;
  facts: TechnologyFacts;
  confirmations: readonly Confirmation[];
  /** Day on which the (valid) dossier arrived, in Viet Nam. */
  receivedOn: CivilDate;
}

const UNKNOWN_LINE: LineListStatus = { prohibited: 'unnamed', restricted: 'unnamed' };

/** Numbers that the engine does not bear must have been refused before; here they stop the screening. */
function refuseFaults(facts: TechnologyFacts): void {
  const faults = factsFaults(facts, { currentYear: null });
  if (faults.length === 0) return;
  const isShape = faults.some(({ kind }) => kind === 'shape');
  throw new Refusal(isShape ? 'malformed_request' : 'impossible_value', { errors: faults });
}

async function ruleContext(
  input: ScreeningInput,
  facts: TechnologyFacts,
  lists: ListContext,
): Promise<RuleContext> {
  const statuses = new Map((facts.lines ?? []).map((line) => [line.id, lineListStatus(lists, line)]));
  return {
    receivedOn: input.receivedOn,
    determines: input.lawSet.procedureId === 'determination',
    proofOf: await weighEvidence(facts, input.lawSet, input.receivedOn),
    listStatusOf: (lineId) => statuses.get(lineId) ?? UNKNOWN_LINE,
    isInForce: (ruleId) => input.lawSet.rules.metas.some(({ id }) => id === ruleId),
    isUsedImportedLine: (lineId) =>
      (facts.lines ?? []).some((line) => line.id === lineId && isUsedImport(line)),
  };
}

const byKey = (a: Finding, b: Finding): number => (a.key < b.key ? -1 : 1);
const isBlocking = ({ severity, verdict }: Finding): boolean =>
  severity === 'blocking' && verdict === 'breached';

/**
 * Screens the facts of a dossier by one law set: list candidates, the used-machinery rules and the outdated test,
 * as findings of codes and values. Equal input gives equal bytes: no clock, no chance, and the order of lines,
 * machines, papers and confirmations does not matter where they have ids. The procedure is that of the law set.
 * `shell` is given to replay what an older one stored.
 * @throws Refusal `malformed_request` or `impossible_value` on faulty facts, `screening_unavailable` when a table fails.
 */
export async function screen(
  input: ScreeningInput,
  shell: RuleShell = RULE_SHELL_VERSION,
): Promise<ScreeningResult> {
  refuseFaults(input.facts);
  const lawSet = { ...input.lawSet, mode: input.mode };
  const facts = orderFacts(normaliseFacts(input.facts));
  const candidates = decideCandidates(facts, input.confirmations, lawSet, {
    on: input.receivedOn,
    shell,
  });
  const lists: ListContext = { lawSet, on: input.receivedOn, candidates };
  const context = await ruleContext({ ...input, lawSet }, facts, lists);
  const findings = [
    ...listFindings(lists, facts.lines ?? []),
    ...(await judgeFamilies(facts, lawSet, context)),
  ].sort(byKey);
  const outside = confirmedOutsideTheSet(input.confirmations, facts, lawSet);
  return {
    mode: input.mode,
    packDigests: Object.fromEntries(lawSet.packs.map(({ packId, digest }) => [packId, digest])),
    factsDigest: digestOf(facts),
    engineVersion: engineVersionOf(shell),
    trigger: triggerOf(facts, candidates, lawSet.procedureId, lawSet),
    candidates,
    notices: noticesOf(lists, facts, outside),
    blocking: findings.some(isBlocking),
    findings,
  };
}
