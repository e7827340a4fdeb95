import {
  type BasisStatement,
  type Finding,
  type HoldingReplyData,
  type LetterFrame,
  type TechnologyFacts,
  type Verification,
} from '#contracts';
import { type CivilDate } from '#kernel';
import { type ListNames } from '#screening';
import { letterFinding, subjectName } from '../letters/letter-findings.js';

/** A reply clock as far as the letter speaks of it. */
export interface ReplyTerm {
  rule: {
    name: { vi: string };
    basis: string;
    verification: Verification;
    onExpire: string;
    onExpireBasis: string | null;
  };
  /** Null while it stands still. */
  dueOn: CivilDate | null;
}
/** The newest screening with what still counts of it. */
export interface HoldingScreening {
  on: CivilDate;
  current: boolean;
  lists: string[];
  findings: Finding[];
  /** Keys of the breaches that nobody has overturned. */
  standing: readonly string[];
  undecidedMatches: number;
  /** The facts that were screened. */
  facts: TechnologyFacts;
  /** Names of the lists that could not be looked into. */
  unloaded: ListNames;
}
export interface HoldingReplySituation {
  term: ReplyTerm;
  screening: HoldingScreening | null;
  confirmedMatches: HoldingReplyData['confirmedMatches'];
  consultations: HoldingReplyData['consultations'];
  expertsAskedOn: CivilDate | null;
  openRequest: HoldingReplyData['openRequest'];
  today: CivilDate;
}

/**
 * What a holding reply says, from what is known: pure. The law speaks only through the rule of the clock, with its
 * mark. A screening of other facts than the present ones is named by its day, and what it found is left out.
 */
export function holdingReplyContent(frame: LetterFrame, known: HoldingReplySituation): HoldingReplyData {
  const { term, screening, today } = known;
  const counts = screening?.current ? screening : null;
  const isAhead = term.dueOn !== null && term.dueOn >= today;
  return {
    ...frame,
    term: { name: term.rule.name.vi, dueOn: term.dueOn, basis: basisOf(term) },
    silence: silenceOf(term),
    screening: screening && {
      on: screening.on,
      current: screening.current,
      law: articlesOf(screening.findings),
      lists: screening.lists,
    },
    findings: counts ? breaches(counts) : [],
    openQuestions: counts ? questions(counts) : [],
    confirmedMatches: counts ? known.confirmedMatches : [],
    consultations: known.consultations,
    expertsAskedOn: known.expertsAskedOn,
    openRequest: known.openRequest,
    undecidedMatches: counts?.undecidedMatches ?? 0,
    expectedOn: isAhead ? term.dueOn : null,
  };
}

/** The articles that were applied, each once, in the order of the findings. */
const articlesOf = (findings: readonly Finding[]): BasisStatement[] => {
  const applied = findings.filter(({ verdict }) => verdict !== 'not_applicable');
  const byText = new Map(applied.map(({ basis: text, verification }) => [text, { text, verification }]));
  return [...byText.values()];
};

const basisOf = ({ rule }: ReplyTerm): BasisStatement => ({
  text: rule.basis,
  verification: rule.verification,
});

const silenceOf = ({ rule }: ReplyTerm): BasisStatement | null =>
  rule.onExpire === 'deemed_agreement' && rule.onExpireBasis !== null
    ? { text: rule.onExpireBasis, verification: rule.verification }
    : null;

const breaches = ({ findings, standing, facts, unloaded }: HoldingScreening): HoldingReplyData['findings'] =>
  findings
    .filter(
      ({ key, verdict, severity }) => verdict === 'breached' && severity !== 'info' && standing.includes(key),
    )
    .map((finding) => letterFinding(finding, facts, unloaded));

const questions = ({ findings, facts, unloaded }: HoldingScreening): HoldingReplyData['openQuestions'] =>
  findings
    .filter(({ verdict }) => verdict === 'inconclusive')
    .map((finding) => {
      const { test, basis, found } = letterFinding(finding, facts, unloaded);
      return { subject: subjectName(finding, facts), test, basis, missing: found };
    });
