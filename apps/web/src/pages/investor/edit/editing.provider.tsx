import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { isEditable } from '#contracts';
import { usePerson } from '../../../session/session.provider.js';
import { type EditedDossier } from '../draft/dossier.query.js';
import { localFaults } from '../draft/local-faults.js';
import { leaveSaver, openSaver } from '../draft/open-savers.js';
import { stillThere } from '../draft/value-faults.js';
import { EditingContext } from './draft.context.js';

export const mayEdit = ({ status, relations }: EditedDossier): boolean =>
  isEditable(status) && ['owner', 'clerk_on_behalf', 'lead_appraiser'].some((one) => relations.includes(one));

/** Lets the parts of the editor below it work on one dossier, saved as it is typed. */
export function EditingProvider({ dossier, children }: { dossier: EditedDossier; children: ReactNode }) {
  const person = usePerson();
  const [saver] = useState(() => openSaver(person.id, dossier));
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => saver.seen(dossier.facts, dossier.revision), [saver, dossier]);
  useEffect(() => () => leaveSaver(saver), [saver]);
  const faults = [...localFaults(state.draft), ...stillThere(state.refused, state.draft)];
  return (
    <EditingContext value={{ dossier, saver, state, faults, edit: saver.edit }}>{children}</EditingContext>
  );
}
