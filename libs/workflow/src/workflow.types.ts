import {
  type CommandName,
  type CommandPayloads,
  type ConditionDraft,
  type ConsultationForm,
  type Outcome,
  type ProblemCode,
  type ProjectAuthority,
  type Relation,
  type Role,
  type Status,
  type Verdict,
  type Verification,
} from '#contracts';
import { type CivilDate } from '#kernel';

/** Who may fire an edge: a role, a relation to the dossier, or both joined by `&` (`head`, `owner`, `appraiser&lead_appraiser`). */
export type PartyWord = string;

/** One edge of a procedure as it stands in the pack. `when` chooses between edges, `guards` refuse by name, in order. */
export interface ProcedureEdge {
  target: Status;
  by: PartyWord[];
  when?: string[];
  guards?: string[];
  effects?: string[];
}
export interface ProcedureState {
  /** `closed`, `supplement`, … */
  tags?: string[];
  label: { vi: string; en: string };
  on?: Partial<Record<CommandName, ProcedureEdge[]>>;
}
/** A procedure file of a pack: an XState machine config, flat states, `guards: [...]` compiled into one guard per edge. */
export interface ProcedureDefinition {
  id: string;
  version: string;
  title: { vi: string; en: string };
  initial: Status;
  /** How many supplement or clarification requests the law allows; both are one right. */
  supplementRequests: number;
  /** Where that number comes from; a limit that no text gives is marked as inference. */
  supplementRequestsBasis?: { basis: string; verification: Verification; note: { vi: string; en: string } };
  /** Whose projects are not for this authority to decide on, and whose they are. Absent: the law draws no line here. */
  competence?: Competence;
  states: Partial<Record<Status, ProcedureState>>;
}
/** The line that a law draws between authorities by the one that decides on the project. */
export interface Competence {
  excludes: ProjectAuthority[];
  /** The authority that is competent for those. */
  authority: { vi: string; en: string };
  basis: string;
  verification: Verification;
}
/** A test of the newest screening for guards that ask for proof; `overturned`: it was breached and two people set it aside. */
export interface ScreenedTest {
  key: string;
  test: string;
  verdict: Verdict | 'overturned';
  blocking: boolean;
}

/** The states and edges of a procedure, for questions about its graph alone. */
export type ProcedureGraph = Pick<ProcedureDefinition, 'states'>;

/** An active person of the authority who appraises, heads or leads. */
export interface StaffMember {
  id: string;
  roles: readonly Role[];
}

/** What the shell knows of a dossier when it asks for a decision; plain values, loaded under the dossier's lock. */
export interface CaseFacts {
  actor: { id: string; kind: 'person' | 'system'; roles: readonly Role[]; relations: readonly Relation[] };
  status: Status;
  round: number;
  /** Codes of formal faults of the newest facts (checked at submit). */
  formalFaults: string[];
  /** Codes of checklist items that are required and missing. */
  checklistMissing: string[];
  supplementRequestsUsed: number;
  extensionUsed: boolean;
  /** Clock rules with an extension that the pack allows, by id of the running clock. */
  /** `ours`: a term of the dossier itself; one that binds the consulted does not spend the dossier's extension. */
  extendableClocks: { clockId: string; maxDays: number; ours: boolean }[];
  leadAppraiserId: string | null;
  /** What the lead appraiser declared; null: nothing yet. */
  leadDeclaration: 'no_conflict' | 'conflict' | null;
  /** People who may not touch the dossier: declared, or affiliated with a party. */
  conflictedUserIds: string[];
  /** The active appraisers, heads and leaders of the authority, those in conflict too. */
  staff: readonly StaffMember[];
  /** The authority that takes over where nobody is left to act, as it stands in the data; null: none is named. */
  substituteAuthority: string | null;
  screening: null | {
    /** Of the round, of the current facts, confirmations and overturns. */
    current: boolean;
    /** Keys of findings that block and have not been overturned. */
    blocking: { key: string; ruleId: string; curable: 'none' | 'by_condition' }[];
    inconclusive: string[];
    undecidedCandidates: string[];
    /** Keys of list findings whose annex is not loaded and was not checked by hand in this round. */
    uncheckedAnnexes: string[];
    /** Keys of list findings whose missing annexes were all checked by hand in this round; absent: none. */
    checkedByHand?: string[];
    /** Keys of every breached finding that stands, review ones too; absent: only the blocking ones are known. */
    breached?: string[];
    /** Findings on which a refusal may rest besides the blocking ones: they stand, by verified law, no analogy. */
    grounds?: { key: string; test: string }[];
    /** Every test of the screening with its verdict; a list test that was checked by hand and not found counts as met. */
    tests?: ScreenedTest[];
  };
  /** Who decides on the project; absent or null: unknown. */
  projectAuthority?: ProjectAuthority | null;
  opinionsOfRound: number;
  /** Codes of criteria that a recorded opinion of the round marks as not achieved. */
  failedCriteria: string[];
  /** Consultations of agencies and bodies that wait for an answer, drafted ones too. */
  openConsultations: number;
  /** What came of the consultations of the round; `closedSilent`: of an agency, ended by the head although it was silent. */
  consultations: { agencyAnswers: number; bodyAnswers: number; closedSilent: number };
  /** The form of consultation that the head chose for the round; null: none was chosen, which is in house. */
  consultationForm: ConsultationForm | null;
  /** Recorded opinions of the round by others than the lead appraiser, none of them in conflict. */
  expertOpinionsOfRound: number;
  /** `closed`: the council ended in a valid session with minutes. */
  council: 'none' | 'open' | 'closed' | 'dissolved';
  /** What the closed council of the round advises; null: there is none. */
  councilOutcome: Outcome | null;
  /** Whose votes made it. */
  councilVoterIds: string[];
  concluderId: string | null;
  /** Roles of the concluder; a leader may endorse only what a head concluded. Absent: unknown, so not a head. */
  concluderRoles?: readonly Role[];
  endorserId: string | null;
  /** The conclusion of the round, for the deciders. */
  conclusion: null | { outcome: string; conditionsCure: string[] };
  /** The notice of discontinuance left the house. */
  discontinuanceIssued: boolean;
  /** Due date of the earliest statutory reply clock that is still open, and whether it has passed. */
  reply: null | { dueOn: CivilDate | null; overdue: boolean };
  /** Working days from today until a given day; the shell binds the pinned calendar. */
  workingDaysUntil: (day: CivilDate) => number;
  /** Moves a day back by working days in the pinned calendar. */
  minusWorkingDays: (day: CivilDate, days: number) => CivilDate;
  today: CivilDate;
  refusalNotified: boolean;
  /** Clocks that have not ended; `deadline_passed` is refused for a clock that is not among them. */
  openClocks?: readonly OpenClock[];
  /** The day by which the supplement was due, for an answer that turns up after the discontinuance. */
  supplementDueOn?: CivilDate | null;
  /** Whether the letter of the decision of this round has left the house; absent: not known. */
  decisionIssued?: boolean;
  /** The day on that letter; absent or null: not known, or it has not left. */
  decisionIssuedOn?: CivilDate | null;
  /** What is under review in this round after a complaint; absent: nothing. */
  earlierDecision?: EarlierDecision | null;
  /** People who hold the role `head` in this authority; where given, a consent must name one of them. */
  headIds?: readonly string[];
}
/** A clock as the procedure sees it. `purpose` is the pack's (`reply`, `supplement`, `clarification`, …). */
export interface OpenClock {
  clockId: string;
  purpose: string;
  dueOn: CivilDate | null;
  stopped: boolean;
}
/** The decision of an earlier round whose issued letter is under review after a complaint. */
export interface EarlierDecision {
  kind: 'approved' | 'approved_with_conditions' | 'refused';
  conditions: readonly ConditionDraft[];
}
export type AnyCommand = {
  [Name in CommandName]: { name: Name; payload: CommandPayloads[Name] };
}[CommandName];

/** What must be carried out with a transition, as data. `name` is from the vocabulary; `arg` follows a colon in the pack. */
export interface Effect {
  name: string;
  arg: string | null;
}
export interface Decided {
  kind: 'decided';
  from: Status;
  to: Status;
  command: CommandName;
  /** The party word by which the actor may do it, for the log. */
  by: PartyWord;
  effects: Effect[];
}
export interface Refused {
  kind: 'refused';
  code: ProblemCode;
  details: Record<string, unknown>;
}
export type Decision = Decided | Refused;

export interface CommandOption {
  command: CommandName;
  permitted: boolean;
  /** Targets that it could lead to. */
  targets: Status[];
  /** Why not, first refusal first; empty when permitted. Guards that need the payload are left to the command itself. */
  reasons: { code: ProblemCode; details: Record<string, unknown> }[];
}
