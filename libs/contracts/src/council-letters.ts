import { type Outcome } from './commands.js';
import {
  type CouncilMode,
  type CouncilMotionKind,
  type CouncilPresence,
  type CouncilSeat,
  type CouncilVote,
  type Share,
} from './consultation.js';
import { type Verification } from './law.js';

/** A rule of a council as a paper prints it: what it is, where it comes from, whether it is only an analogy. */
export interface CouncilRuleLine {
  rule:
    | 'minimumMembers'
    | 'presence'
    | 'proxiesCount'
    | 'majority'
    | 'conclusion'
    | 'chairBreaksTie'
    | 'viceChairBreaksTie';
  value: number | boolean | Share;
  basis: string;
  verification: Verification;
  analogy: boolean;
}
export interface CouncilSeatLine {
  name: string;
  organisation: string | null;
  seat: CouncilSeat;
}
/** The decision that establishes a council, or changes who sits in it. */
export interface CouncilDecisionContent {
  councilName: string;
  decidedBasis: string | null;
  members: CouncilSeatLine[];
  rules: CouncilRuleLine[];
  /** Whether it changes a council that an earlier decision established, and which decision, where that was issued. */
  changes: boolean;
  earlier: { number: string; on: string; from: string | null } | null;
}
/** A count as the minutes show it. */
export interface CountLine {
  numerator: number;
  denominator: number;
  needed: Share;
  reached: boolean;
  basis: string;
  verification: Verification;
  analogy: boolean;
}
export interface AttendanceLine {
  name: string;
  seat: CouncilSeat;
  /** In a written ballot `ballot` or `no_ballot`. */
  presence: CouncilPresence | 'ballot' | 'no_ballot' | 'recused';
  proxyName: string | null;
}
export interface MotionLine {
  number: number;
  kind: CouncilMotionKind;
  text: string;
  outcome: Outcome | null;
  conditions: string | null;
  votes: { name: string; vote: CouncilVote; onPaper: boolean }[];
  for: number;
  against: number;
  abstain: number;
  missing: number;
  comparison: 'more_than' | 'at_least';
  count: CountLine;
  tie: boolean;
  tieBrokenBy: string | null;
  dissents: { name: string; text: string }[];
}
/** The minutes of one session: everything in it comes from rows and can be counted again. */
export interface CouncilMinutesContent {
  councilName: string;
  session: {
    number: number;
    mode: CouncilMode;
    heldOn: string;
    place: string | null;
    closesOn: string | null;
  };
  valid: boolean;
  largeEnough: boolean;
  attendance: AttendanceLine[];
  quorum: CountLine;
  presidedBy: string | null;
  secretary: string | null;
  opinions: { name: string; recommendation: Outcome; summary: string }[];
  motions: MotionLine[];
  rules: CouncilRuleLine[];
}
