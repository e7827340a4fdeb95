import { hasRole } from '../../../session/session.provider.js';
import { type Person } from '../../../session/session.types.js';
import { type DossierView, type FindingsView } from '../dossier.types.js';

/** While candidates and findings are worked on: screened, and not yet concluded. The API has the last word. */
const WORKING: readonly string[] = [
  'screened',
  'under_review',
  'refusal_notified',
  'clarification_requested',
];
const isInside = ({ relations }: DossierView) => !relations.includes('owner');

/** Whether the forms of a first decision are offered to somebody. */
export const mayDecide = (person: Person, dossier: DossierView): boolean =>
  hasRole(person, 'appraiser', 'head') && isInside(dossier) && WORKING.includes(dossier.status);
/** Whether somebody may be asked to stand beside the decision of somebody else. */
export const maySecond = (person: Person, dossier: DossierView): boolean =>
  hasRole(person, 'appraiser', 'head', 'leader') && isInside(dossier) && WORKING.includes(dossier.status);
export const mayAcceptEvidence = (person: Person, dossier: DossierView): boolean =>
  hasRole(person, 'appraiser') &&
  isInside(dossier) &&
  (dossier.status === 'accepted' || WORKING.includes(dossier.status));

/** The name of somebody who acted on the findings; null when the API does not tell it. */
export const nameOfPerson = ({ people }: FindingsView, id: string | null): string | null =>
  people.find((person) => person.id === id)?.name ?? null;
