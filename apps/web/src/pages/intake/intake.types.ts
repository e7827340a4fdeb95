import { type ProcedureId } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { type TakenList } from './machine-proposal.js';

export type Organisation = Schema<'OrganisationDto'>;

/** What is known of the letter, as the clerk confirmed it. */
export interface Intake {
  procedure: ProcedureId;
  number: string;
  on: string;
  receivedOn: string;
  projectName: string;
  sender: Organisation;
  investor: Organisation | null;
  /** The name of the project as it was read, and the page; null when it was not. */
  readName: { value: string; page: number } | null;
  /** The machines that came with it; null: none. */
  list: TakenList | null;
}
