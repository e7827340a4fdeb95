import {
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
export type DossierView = Omit<Schema<'DossierDto'>, 'facts'> & { facts: TechnologyFacts };
export type OpenRequest = Schema<'OpenRequestDto'>;
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
  /** What is left of a term that stands still, in its unit, from the day on which it goes on; else null. */
  remainingOnResume: number | null;
  holdingReplyIssuedOn: string | null;
  /** By what else the law may be read to say; null where it is read in one way. */
  otherReadings: { dueOn: string | null; reasons: string[] }[] | null;
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
export type TimelineEntry = Schema<'TimelineEntryDto'>;
/** Papers that the law asks for and those that were asked for besides. */
export interface Checklist {
  required: { code: string; name: Bilingual }[];
  asked: { code: string; name: Bilingual }[];
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
export type FindingView = Schema<'FindingDto'>;
export type CandidateView = Schema<'DossierCandidateDto'>;
export type ListDecision = Schema<'ListDecisionDto'>;
export type FindingsView = Schema<'FindingsDto'>;
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
