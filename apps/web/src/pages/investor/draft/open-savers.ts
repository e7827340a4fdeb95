import { type EditedDossier, httpTransport } from './dossier.query.js';
import { draftOf } from './draft.types.js';
import { DraftSaver } from './draft-saver.js';
import { localFaults } from './local-faults.js';

/** Savers that are in use, or still have something to save after their page was left. */
const open = new Map<string, DraftSaver>();

/** The saver of a person's draft: the one that is still at work, or a new one. */
export function openSaver(personId: string, dossier: EditedDossier): DraftSaver {
  const name = `${personId} ${dossier.id}`;
  const known = open.get(name);
  if (known) return known;
  const draft = draftOf(dossier.facts);
  const options = { personId, dossierId: dossier.id, draft, revision: dossier.revision };
  const saver = new DraftSaver({ ...options, transport: httpTransport, faultsOf: localFaults });
  open.set(name, saver);
  return saver;
}

/** Lets go of the savers that have nothing left to do. */
export function leaveSaver(saver: DraftSaver): void {
  if (!saver.close()) return;
  for (const [name, one] of open) if (one === saver) open.delete(name);
}
