import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { usePerson } from '../../../session/session.provider.js';
import { useConfirmedValues } from '../draft/confirmed-values.js';
import { faultsOf } from '../draft/draft-faults.js';
import { type EditedDossier } from '../draft/dossier.query.js';
import { type Place } from '../draft/draft.types.js';
import { leaveSaver, openSaver } from '../draft/open-savers.js';
import { pathOf, takenOverFinder } from '../draft/taken-over.js';
import { EditingContext } from './draft.context.js';
import { useSourcedEdit } from './use-sourced-edit.js';
import { dropOffers } from './undo-offers.js';

const NONE: Place[] = [];

/** Lets the parts of the editor below it work on one dossier, saved as it is typed. */
export function EditingProvider({ dossier, children }: { dossier: EditedDossier; children: ReactNode }) {
  const person = usePerson();
  const [saver] = useState(() => openSaver(person.id, dossier));
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => saver.seen(dossier.facts, dossier.revision), [saver, dossier]);
  useEffect(() => () => leaveSaver(saver), [saver]);
  useEffect(() => dropOffers, []);
  const [confirmed, confirmPath] = useConfirmedValues(person.id, dossier.id);
  const values = dossier.copiedFrom?.values;
  const find = useMemo(() => takenOverFinder(values ?? {}), [values]);
  const takenOver = values === undefined ? NONE : find(state.draft, confirmed);
  const confirm = (place: Place) => confirmPath(pathOf(place));
  const { edit, reading } = useSourcedEdit(dossier, saver);
  const faults = faultsOf(state.draft, state.refused);
  return (
    <EditingContext value={{ dossier, saver, state, faults, takenOver, confirm, edit, reading }}>
      {children}
    </EditingContext>
  );
}
