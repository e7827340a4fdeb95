import { type Candidate, type Finding, type ProcedureId, type Status } from '#contracts';

/** One dossier from its first draft to its end, as data: who does what on which day, and what must come out. */
export interface Journey {
  /** The file's name without `.json`. */
  id: string;
  about: string;
  title: string;
  /** Facts by a name that steps refer to as `$facts.<name>`. */
  facts: Record<string, unknown>;
  steps: JourneyStep[];
  expect: JourneyExpectation;
}
export interface JourneyStep {
  /** Civil date in Viet Nam. */
  on: string;
  /** Key of a demonstration person: the part of the address before `@`. */
  by: string;
  /** A command of the dossier or one of the further acts of `actions.ts`. */
  do: string;
  with: Record<string, unknown>;
  expect: StepExpectation;
}
/** What one step must answer; a step without it must succeed. */
export interface StepExpectation {
  /** HTTP status of a refusal that is meant to come. */
  status?: number;
  /** Its code. */
  code?: string;
  /** Status of the dossier afterwards. */
  becomes?: Status;
  /** Due date of the dossier afterwards; null: none. */
  dueOn?: string | null;
}
export interface ClockExpectation {
  state: string;
  dueOn: string | null;
}
export interface LetterExpectation {
  kind: string;
  status: string;
  issuedOn?: string;
}
export interface JourneyExpectation {
  status: Status;
  trigger?: string;
  /** Verdict by key of a finding of the newest screening. */
  findings?: Record<string, string>;
  /** Keys of every breached finding; nothing else may be breached. */
  breached?: string[];
  /** Decision by `<line> <list>:<code>` of candidates that people confirmed or rejected. */
  matches?: Record<string, string>;
  /** By rule id. */
  clocks?: Record<string, ClockExpectation>;
  letters?: LetterExpectation[];
  silence?: { effect: string; dueOn: string } | null;
  /** Codes in the order in which things happened; letters as `letter:<kind>`, silence as `silence:<effect>`. */
  timeline?: string[];
  /** Percentages of which this person was warned for this dossier, sorted. */
  warnings?: { person: string; percents: string[] };
}

export interface TimelineView {
  kind: 'transition' | 'letter' | 'silence';
  code: string;
  to: string | null;
  at: string;
  actorName: string | null;
  detail: Record<string, string | null>;
}
export interface LetterView {
  id: string;
  kind: string;
  status: string;
  /** As printed: `07/SKHCN-QLCN`. */
  number: string | null;
  issuedOn: string | null;
  validity: string | null;
  sha256: string | null;
}
export interface ClockSummary {
  id: string;
  ruleId: string;
  purpose: string;
  state: string;
  startOn: string;
  dueOn: string | null;
}
export interface DossierSummary {
  id: string;
  procedureId: ProcedureId;
  status: Status;
  statusLabel: { vi: string; en: string };
  fileCode: string | null;
  channel: string;
  trigger: string;
  projectName: string;
  receivedOn: string | null;
  dueOn: string | null;
  revision: number;
  round: number;
}
export interface FindingSummary extends Pick<Finding, 'key' | 'ruleId' | 'verdict' | 'severity' | 'missing'> {
  texts: { title: string };
  overturned: boolean;
}
export interface FindingsSummary {
  findings: FindingSummary[];
  candidates: (Candidate & { decided: { id: string; decision: string; state: string } | null })[];
  uncheckedAnnexes: string[];
}
/** What the API shows of a dossier in the end, as an auditor sees it. */
export interface Outcome {
  dossier: DossierSummary;
  findings: FindingsSummary;
  clocks: ClockSummary[];
  letters: LetterView[];
  timeline: TimelineView[];
  /** Percentages of the warnings that the named person got, sorted; null when nobody was asked. */
  warnings: string[] | null;
  /** Whether each screening gives the same findings when it is run again; null without a screening. */
  replays: boolean | null;
}
/** How a journey went. */
export interface JourneyRun {
  journey: Journey;
  dossierId: string | null;
  outcome: Outcome | null;
  /** What did not go as the journey says, in words; empty when all went well. */
  failures: string[];
  /** Issued letters as the API hands them out. */
  papers: { fileName: string; bytes: Uint8Array }[];
}
