import {
  type FinalDecisionKind,
  type Followed,
  isClosed,
  isDecided,
  type LetterValidity,
  type ProcedureId,
  type ProjectStanding,
  type Status,
} from '#contracts';
import { type CivilDate } from '#kernel';

/** A letter of a matched dossier, as far as a standing depends on it. */
export interface StandingLetter {
  /** An answer to what was asked, or the return of what needs none. */
  kind: 'answer' | 'not_subject';
  status: 'draft' | 'issued';
  validity: LetterValidity | null;
  issuedOn: CivilDate | null;
  /** What the decision of its round was. */
  outcome: 'approved' | 'approved_with_conditions' | 'refused' | null;
}
/** A dossier that a person confirmed to be about the project. */
export interface StandingDossier {
  procedureId: ProcedureId;
  status: Status;
  receivedOn: CivilDate | null;
  /** The reply clock ran out before the answer. */
  silent: boolean;
  letters: StandingLetter[];
}
/** What the standing of a project depends on. */
export interface StandingFacts {
  /** A head confirmed that the project needs no opinion. */
  exempt: boolean;
  finalDecision: { kind: FinalDecisionKind; decidedOn: CivilDate } | null;
  policyDecidedOn: CivilDate | null;
  certificateOn: CivilDate | null;
  dossiers: StandingDossier[];
}
export interface Standing {
  standing: ProjectStanding;
  /** Answered, after the reply clock had run out. */
  late: boolean;
  /** A dossier about it is being worked on, whatever the standing. */
  inHand: boolean;
  followed: Followed;
  /** The day on which the project authority decided, as far as the register knows. */
  decidedOn: CivilDate | null;
}

const VALID: readonly (LetterValidity | null)[] = ['valid', 'confirmed'];
/** Procedures that are about a project which was decided before, so that the earlier day says nothing about them. */
const LATER_PROCEDURES: readonly ProcedureId[] = ['determination', 'reappraisal'];

const decidedOnOf = ({ finalDecision, policyDecidedOn, certificateOn }: StandingFacts): CivilDate | null => {
  if (finalDecision !== null) return finalDecision.decidedOn;
  const days = [policyDecidedOn, certificateOn].filter((day) => day !== null).sort();
  return days[0] ?? null;
};

/** The decision before which a dossier had to be answered; null when there is none for it. */
function deadlineOf(
  { procedureId, receivedOn }: StandingDossier,
  decidedOn: CivilDate | null,
): CivilDate | null {
  const isEarlier = decidedOn !== null && receivedOn !== null && decidedOn < receivedOn;
  return isEarlier && LATER_PROCEDURES.includes(procedureId) ? null : decidedOn;
}

/** Worked on, or decided with its letter still in the house. */
function isInHand({ status, letters }: StandingDossier): boolean {
  if (status === 'draft') return false;
  if (!isClosed(status)) return true;
  return (isDecided(status) || status === 'returned') && letters.some((letter) => letter.status === 'draft');
}

interface Answer {
  given: boolean;
  valid: boolean;
  silent: boolean;
  before: CivilDate | null;
  letter: StandingLetter;
}
function answersOf(dossier: StandingDossier, decidedOn: CivilDate | null): Answer[] {
  const before = deadlineOf(dossier, decidedOn);
  return dossier.letters
    .filter(({ kind, status }) => kind === 'answer' && status === 'issued')
    .map((letter) => ({
      given: before === null || (letter.issuedOn !== null && letter.issuedOn <= before),
      valid: VALID.includes(letter.validity),
      silent: dossier.silent,
      before,
      letter,
    }));
}

/**
 * Where a project stands (ADR 0014). In this order: answered (a valid answer stands and one was given before the
 * authority decided), not subject (recorded by two people, or a dossier returned as such while none is in hand), missed
 * (decided, and no answer given before), in hand, none. The SQL of the register says the same.
 */
export function standingOf(facts: StandingFacts): Standing {
  const decidedOn = decidedOnOf(facts);
  const answers = facts.dossiers.flatMap((dossier) => answersOf(dossier, decidedOn));
  const given = answers.some((answer) => answer.given);
  const open = facts.dossiers.filter(isInHand);
  const inHand = open.length > 0;
  const standing = ((): ProjectStanding => {
    if (given && answers.some((answer) => answer.valid)) return 'answered';
    if (facts.exempt || (!inHand && facts.dossiers.some(wasReturned))) return 'not_subject';
    const waits = open.some((dossier) => deadlineOf(dossier, decidedOn) === null);
    if (decidedOn !== null && !given && !waits) return 'missed';
    return inHand ? 'in_hand' : 'none';
  })();
  const late =
    standing === 'answered' && answers.some((answer) => answer.given && answer.valid && answer.silent);
  return { standing, late, inHand, followed: followedOf(facts, standing, answers), decidedOn };
}

const wasReturned = ({ status, letters }: StandingDossier): boolean =>
  status === 'returned' &&
  letters.some(
    (letter) =>
      letter.kind === 'not_subject' && letter.status === 'issued' && VALID.includes(letter.validity),
  );

/** Our newest valid answer that was given in time against what the authority decided. */
function followedOf(
  { finalDecision }: StandingFacts,
  standing: ProjectStanding,
  answers: Answer[],
): Followed {
  const [newest] = answers
    .filter(({ given, valid }) => given && valid)
    .sort((a, b) => String(b.letter.issuedOn).localeCompare(String(a.letter.issuedOn)));
  if (standing !== 'answered' || newest?.letter.outcome !== 'refused') return 'not_applicable';
  if (newest.before === null) return 'no_decision_yet';
  const kind = finalDecision?.kind ?? 'approved';
  if (kind === 'other') return 'not_applicable';
  return kind === 'refused' ? 'followed' : 'not_followed';
}
