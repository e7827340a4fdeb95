import { type DossierView } from '../dossiers/dossier.types.js';
import { type Council, type Member, type Motion, type Session } from './council.types.js';

export interface SessionProps {
  dossier: DossierView;
  council: Council;
  session: Session;
}
/** What the reader is to the session. */
export interface SessionReader {
  own: Member | null;
  /** The own seat conducts it, and it is open. */
  conducts: boolean;
}
export interface MotionProps extends SessionProps {
  motion: Motion;
  reader: SessionReader;
}
