import { type Consultation, consultationsOf, newestScreening } from '#appraisal';
import {
  type ConsultedParty,
  type DeterminationData,
  type DeterminationFinding,
  type Finding,
  type LetterFrame,
  type LetterProof,
  type TechnologyFacts,
  type Verdict,
} from '#contracts';
import { factsOf } from '#dossiers';
import { listNamesOf, provenBy } from '#screening';
import { type ScreenedTest } from '#workflow';
import { type EffectContext } from '../commands/command.types.js';
import { decisionData } from './decision.letter-data.js';
import { letterFinding } from './letter-findings.js';

/** The written determination: which tests, value, limit and evidence, who was consulted, the result. */
export async function determinationData(
  context: EffectContext,
  frame: LetterFrame,
): Promise<DeterminationData> {
  const {
    conditions: _conditions,
    councilConclusion: _council,
    ...decided
  } = await decisionData(context, frame);
  return { ...decided, findings: await testedFindings(context), consulted: await consultedParties(context) };
}

/** Each test of the definition that applies, as the procedure counts it: a look by hand into a list settles its test. */
async function testedFindings({ tx, row, facts: caseFacts }: EffectContext): Promise<DeterminationFinding[]> {
  const screening = await newestScreening(tx, row.id);
  const facts = await factsOf(tx, row.id, screening?.factsVersion ?? row.factsVersion);
  const lists = listNamesOf(screening?.result.notices ?? []);
  const verdicts = new Map((caseFacts.screening?.tests ?? []).map(({ key, verdict }) => [key, verdict]));
  return (screening?.result.findings ?? [])
    .filter(({ test, verdict }) => test.startsWith('outdated.') && verdict !== 'not_applicable')
    .map((finding) => {
      const verdict = shownVerdict(verdicts.get(finding.key) ?? finding.verdict);
      const lookedUp = verdict === 'met' && finding.verdict === 'inconclusive';
      return { ...letterFinding(finding, facts, lists), verdict, lookedUp, proofs: proofsOf(finding, facts) };
    });
}

const shownVerdict = (verdict: ScreenedTest['verdict']): Verdict =>
  verdict === 'overturned' ? 'inconclusive' : verdict;

/** The accepted papers that cover a value of the test. */
function proofsOf(finding: Finding, facts: TechnologyFacts): LetterProof[] {
  const paths = provenBy(finding);
  return (facts.evidence ?? [])
    .filter(
      ({ acceptedBy, covers }) => acceptedBy !== undefined && covers.some((path) => paths.includes(path)),
    )
    .map(({ kind, number = null, issuedOn = null, body = null }) => ({ kind, number, issuedOn, body }));
}

async function consultedParties({ tx, row }: EffectContext): Promise<ConsultedParty[]> {
  const heard = (await consultationsOf(tx, row.id)).filter(
    ({ round, state }) => round === row.round && (state === 'answered' || state === 'closed_silent'),
  );
  return heard.map(partyOf);
}

const partyOf = ({
  organisationName,
  question,
  position,
  answeredOn,
  closedOn,
}: Consultation): ConsultedParty => ({
  organisation: organisationName,
  question,
  position,
  answeredOn,
  closedOn,
});
