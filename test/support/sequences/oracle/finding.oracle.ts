import { type Finding, type ScreeningResult, type TechnologyFacts } from '#contracts';
import { Broken, dossierOf, type Moment, type Oracle, type Row } from './moment.js';
import { type Naive, naiveVerdict } from './naive-verdict.js';

/** All that a screening stores, and nothing else: no text among it. */
const KEYS = {
  result: [
    'mode',
    'packDigests',
    'factsDigest',
    'engineVersion',
    'trigger',
    'candidates',
    'notices',
    'blocking',
    'findings',
  ],
  finding: [
    'key',
    'ruleId',
    'subject',
    'test',
    'verdict',
    'severity',
    'curable',
    'analogy',
    'basis',
    'verification',
    'packId',
    'values',
    'missing',
    'notes',
    'wouldChange',
  ],
  subject: ['kind', 'id'],
  change: ['path', 'to', 'becomes'],
  notice: ['code', 'params'],
} as const;
function exactly(what: keyof typeof KEYS, stored: object): void {
  const [found, known] = [Object.keys(stored).sort(), [...KEYS[what]].sort()];
  if (JSON.stringify(found) !== JSON.stringify(known))
    throw new Broken(9, `a ${what} of a screening stores something else than it should`, found);
}
/** Codes, paths and numbers of versions: no word of a language has spaces or accents here. */
const CODE = /^[\x21-\x7e]+$/;

function closedSet(result: ScreeningResult): void {
  exactly('result', result);
  for (const notice of result.notices) exactly('notice', notice);
  for (const finding of result.findings) {
    exactly('finding', finding);
    exactly('subject', finding.subject);
    for (const change of finding.wouldChange) exactly('change', change);
    const words = [finding.key, finding.ruleId, finding.test, ...finding.missing, ...finding.notes];
    if (!words.every((word) => CODE.test(word))) throw new Broken(9, 'a finding stores a text', words);
  }
}

/** 9: findings are codes and values; what they say is rendered. 10: what is missing or uncertain gives no verdict. */
export const findingOracle: Oracle = (moment) => {
  const { before, after, tally } = moment;
  const fresh = after.screening.filter(({ id }) => !before.screening.some((known) => known['id'] === id));
  for (const screening of fresh) {
    const result = screening['result'] as ScreeningResult;
    closedSet(result);
    tally.checked(9, 'a screening');
    for (const finding of result.findings) {
      if (finding.verdict !== 'inconclusive' && finding.missing.length > 0)
        throw new Broken(10, `something is missing, and it is ${finding.verdict}`, finding);
      if (finding.verdict === 'inconclusive') tally.checked(10, 'an inconclusive finding');
      judgedAgain(moment, screening, finding);
    }
  }
};

/** The line or machine that a finding is about, with its path in the facts. */
function subjectOf(facts: TechnologyFacts, { subject }: Finding) {
  const [list, items] =
    subject.kind === 'line' ? ['lines', facts.lines ?? []] : ['equipment', facts.equipment ?? []];
  const item = (items as { id?: string }[]).find(({ id }) => id === subject.id);
  return item && { item, path: `${list}[${subject.id}]` };
}

/** A rule that is known from memory only is advice: whatever it finds stays open. */
const asItMayAct = (naive: Naive, { verification }: Finding): Naive =>
  verification === 'memory' && ['met', 'breached'].includes(naive.verdict)
    ? { verdict: 'inconclusive' }
    : naive;

function judgedAgain({ after, tally }: Moment, screening: Row, finding: Finding): void {
  const row = after.facts_version.find(({ version }) => version === screening['facts_version']);
  const facts = (row?.['facts'] ?? {}) as TechnologyFacts;
  const subject = subjectOf(facts, finding);
  const naive =
    subject &&
    naiveVerdict({
      test: finding.test,
      ...subject,
      facts,
      receivedOn: String(screening['received_on']),
      determines: dossierOf(after)['procedure_id'] === 'determination',
    });
  if (!naive) return;
  const expected = asItMayAct(naive, finding);
  if (finding.verdict !== expected.verdict)
    throw new Broken(10, 'a finding is not what the facts say', [finding, expected]);
  if (expected.because !== 'uncertain' && expected.because !== undefined && finding.missing.length === 0)
    throw new Broken(10, 'a finding does not say what is missing', finding);
  tally.checked(10, SEEN[expected.because ?? 'decided']);
}
const SEEN = {
  decided: 'a finding judged again',
  missing: 'missing data judged again',
  unproven: 'unproven data judged again',
  uncertain: 'uncertain data judged again',
} as const;
