import {
  type Candidate,
  type Finding,
  type LetterKind,
  type LetterStatus,
  type LetterValidity,
  type Status,
  type TechnologyFacts,
} from '#contracts';
import { type Schema } from '../../api/schema-names.js';

interface Bilingual {
  vi: string;
  en: string;
}
/** A dossier as its reader sees it; what only the house sees is absent for whoever is merely consulted. */
export interface DossierView {
  id: string;
  procedureId: 'opinion' | 'appraisal' | 'determination' | 'reappraisal';
  status: Status;
  statusLabel: Bilingual;
  projectName: string;
  fileCode: string | null;
  receivedOn: string | null;
  revision: number;
  round: number;
  factsVersion: number;
  relations: string[];
  actions: Schema<'RequiredActionDto'>[];
  parties: { organisationId: string; name: string; party: string }[];
  facts: TechnologyFacts;
  closed?: boolean;
  dueOn?: string | null;
  incomingNumber?: string | null;
  incomingOn?: string | null;
  leadAppraiserId?: string | null;
  law?: { pinned: boolean; mode: string; packs: { packId: string }[] };
  openRequest?: OpenRequest | null;
}
export interface OpenRequest {
  kind: 'supplement' | 'clarification' | 'refusal_notice';
  content: { items?: { what: string; basis: string }[]; grounds?: string };
  replyBy: string;
}
export interface ClockView {
  id: string;
  name: Bilingual;
  purpose: string;
  basis: string;
  verification: 'text_read' | 'secondary' | 'inference' | 'memory';
  startOn: string;
  value: number | null;
  unit: 'working_day' | 'day';
  extensionDays: number;
  state: 'running' | 'stopped' | 'expired' | 'fulfilled' | 'closed';
  dueOn: string | null;
  overdue: boolean;
  remaining: number | null;
  holdingReplyIssuedOn: string | null;
  stops: { fromOn: string; toOn: string | null; reason: string; basis: string }[];
  movements: { movement: number; from: string | null; to: string | null; reason: string; at: string }[];
}
export interface ClockExplanation {
  dueOn: string | null;
  days: {
    date: string;
    counted: boolean;
    ordinal: number | null;
    reason:
      | 'start'
      | 'counted'
      | 'swap_work'
      | 'weekend'
      | 'holiday'
      | 'compensatory'
      | 'swap_off'
      | 'stopped'
      | 'moved';
    name?: Bilingual;
  }[];
}
export interface TimelineEntry {
  kind: 'transition' | 'letter' | 'silence';
  code: string;
  to: Status | null;
  at: string;
  actorRole: string;
  actorName: string | null;
  detail: Record<string, string | null>;
  visibility: 'public' | 'internal';
}
export interface LetterView {
  id: string;
  kind: LetterKind;
  status: LetterStatus;
  validity: LetterValidity | null;
  number: string | null;
  issuedOn: string | null;
  signedName: string | null;
  sha256: string | null;
  revision: number;
  round: number;
}
interface ListDecision {
  id: string;
  decision: 'confirmed' | 'rejected';
  state: 'awaiting_second_person' | 'stands' | 'withdrawal_proposed' | 'withdrawn' | 'reopened';
  reason: string;
  decidedBy: string;
}
export interface FindingView extends Finding {
  texts: { title: string; verdict: string; detail: string; wouldChange: string[] };
  overturned: boolean;
}
export interface CandidateView extends Candidate {
  decided: ListDecision | null;
}
export interface FindingsView {
  screening: { id: string; number: number; mode: string; performedAt: string; factsVersion: number } | null;
  current: boolean;
  findings: FindingView[];
  candidates: CandidateView[];
  annexChecks: { lineId: string; listVersion: string }[];
  notices: { code: string; text: string }[];
}
/** What a command did or would do. */
export interface CommandAnswer {
  command: string;
  from: Status;
  status: Status;
  revision: number;
  dueOn: string | null;
  clocks: { id: string; purpose: string; state: ClockView['state']; dueOn: string | null; basis: string }[];
  letters: { id: string; kind: LetterKind; status: LetterStatus }[];
  recipients: { id: string; name: string; kind: string }[];
  dryRun: boolean;
}
