/** What people do with the register beyond the list that is brought in; projects go by their names. */
export interface RegisterActs {
  /** Proposed by one person, confirmed by a head. */
  exemptions: { project: string; reasonCode: string; reason: string }[];
  /** What the project authority decided in the end. */
  finalDecisions: { project: string; kind: string; number: string; decidedOn: string; decidedBy: string }[];
}
export interface DemoRegister {
  fileName: string;
  list: Uint8Array;
  acts: RegisterActs;
}
/** A number of the coverage as the API counts it; whole projects. */
export interface CoverageSummary {
  all: number;
  answered: number;
  notSubject: number;
  inHand: number;
  missed: number;
  none: number;
  followed: number;
  notFollowed: number;
  /** Names of the missed projects, as the list behind the number has them. */
  missedNames: string[];
}
