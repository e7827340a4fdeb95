import { type Answer } from '../../api-client.js';
import { type Act } from '../acts.js';
import { type Records } from '../records.js';
import { type Tally } from '../tally.js';

/** Somebody with roles, employer and ties. */
export interface Person {
  id: string;
  displayName: string;
  roles: readonly string[];
  organisationId: string | null;
  authorityId: string;
  ties: { organisation: string; until: string | null }[];
}
/** One act with the rows before and after it. */
export interface Moment {
  act: Act;
  answer: Pick<Answer<Record<string, unknown> | null>, 'status' | 'headers' | 'body'>;
  before: Records;
  after: Records;
  /** The civil day in Viet Nam. */
  today: string;
  people: ReadonlyMap<string, Person>;
  tally: Tally;
}
/** Throws `Broken` where an invariant does not hold; what it looked at goes into the tally. */
export type Oracle = (moment: Moment) => void;

/** An invariant of design section 4 that does not hold. */
export class Broken extends Error {
  constructor(
    readonly invariant: number,
    claim: string,
    seen?: unknown,
  ) {
    super(`invariant ${invariant}: ${claim}${seen === undefined ? '' : ` – ${JSON.stringify(seen)}`}`);
  }
}
export type Row = Record<string, unknown>;
/** A value of a row as text; `''` for null. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
export const dossierOf = (records: Records): Row => {
  const [row] = records.dossier;
  if (!row) throw new Error('no dossier');
  return row;
};
const DECIDED = ['approved', 'approved_with_conditions', 'refused'];
export const isDecidedStatus = (status: unknown): boolean => DECIDED.includes(String(status));

/** The decision that this act made, if it made one. */
export const newDecision = ({ before, after }: Moment): Row | undefined =>
  after.decision.find(({ round }) => !before.decision.some((known) => known['round'] === round));
