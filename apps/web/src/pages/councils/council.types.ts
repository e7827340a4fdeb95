import { type Schema } from '../../api/schema-names.js';

export type Council = Schema<'CouncilDto'>;
export type Member = Council['members'][number];
export type Session = Council['sessions'][number];
export type Motion = Session['motions'][number];
/** A letter of the council: its decision, or the minutes of a session. */
export type CouncilLetter = NonNullable<Council['decision']>;
