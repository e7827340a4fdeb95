import { type Chosen } from '../../machine-list/use-import.js';
import { type IntakeProgress } from './intake.query.js';
import { type Intake } from './intake.types.js';
import { forgetFiles } from './kept-files.js';
import { type Mends } from './machine-proposal.js';

/** What the clerk typed; absent organisations: those that were read stand. */
export interface Typed extends Omit<Intake, 'sender' | 'investor' | 'list' | 'readName'> {
  sender?: Intake['sender'] | null;
  investor?: Intake['investor'];
}
/** An intake that was not confirmed. Its files are kept beside it. */
export interface KeptIntake {
  /** When it was last changed, as an instant. */
  at: number;
  letterName: string;
  tableName: string | null;
  typed: Typed;
  mends: Mends;
  removed: string[];
  chosen: Chosen | null;
  progress: IntakeProgress;
  /** It was sent, and nobody knows whether it arrived. */
  unclear: boolean;
}
const nameOf = (personId: string) => `techgate.intake.${personId}`;

/** What this person left unconfirmed on this device. */
export function keptIntake(personId: string): KeptIntake | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(personId)) ?? 'null') as KeptIntake | null;
  } catch {
    return null;
  }
}
export function keepIntake(personId: string, intake: KeptIntake): void {
  try {
    localStorage.setItem(nameOf(personId), JSON.stringify(intake));
  } catch {
    // A device without room keeps the intake as long as the page is open.
  }
}
export async function forgetIntake(personId: string): Promise<void> {
  localStorage.removeItem(nameOf(personId));
  await forgetFiles(personId);
}
