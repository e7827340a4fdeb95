import { createContext, use } from 'react';
import { type EditedDossier } from '../draft/dossier.query.js';
import { type Draft, type Place, type ValueFault } from '../draft/draft.types.js';
import { type DraftSaver, type SaverSnapshot } from '../draft/draft-saver.js';
import { type Reading } from './use-sourced-edit.js';

/** What every part of the editor works on. */
export interface Editing {
  dossier: EditedDossier;
  saver: DraftSaver;
  state: SaverSnapshot;
  /** Faults known here, and those that the API found and that still stand. */
  faults: ValueFault[];
  /** Values that a copy took over and that nobody has changed or confirmed since. */
  takenOver: Place[];
  confirm: (place: Place) => void;
  edit: (change: (draft: Draft) => Draft) => void;
  /** Of a paper dossier that was accepted: the page that is being read. Null where nobody asks for sources. */
  reading: Reading | null;
}
export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('useEditing outside of the editor');
  return editing;
}
