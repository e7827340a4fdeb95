import { sessionState } from '../../../api/session-state.js';
import { type EditedDossier, httpTransport } from './dossier.query.js';
import { draftOf } from './draft.types.js';
import { DraftSaver, type SaverOptions } from './draft-saver.js';
import { localFaults } from './local-faults.js';

/** Savers that are in use, or still have something to save after their page was left. */
const open = new Map<string, DraftSaver>();

/** The saver of this name: the one that is still at work, or a new one. */
export function saverNamed(name: string, options: SaverOptions): DraftSaver {
  const known = open.get(name);
  if (known) return known;
  const saver = new DraftSaver(options);
  open.set(name, saver);
  return saver;
}

/** The saver of a person's draft. */
export function openSaver(personId: string, dossier: EditedDossier): DraftSaver {
  const draft = draftOf(dossier.facts);
  const options = { personId, dossierId: dossier.id, draft, revision: dossier.revision };
  return saverNamed(`${personId} ${dossier.id}`, {
    ...options,
    ...{ transport: httpTransport, faultsOf: localFaults },
  });
}

/** Lets go of the savers that have nothing left to do. */
export function leaveSaver(saver: DraftSaver): void {
  if (!saver.close()) return;
  for (const [name, one] of open) if (one === saver) open.delete(name);
}

// Whoever has signed out wants nothing kept: a saver at work would go on keeping it, whatever page is shown.
sessionState.onLeft((personId) => {
  for (const [name, saver] of open) {
    if (!saver.belongsTo(personId)) continue;
    saver.discard();
    open.delete(name);
  }
});
