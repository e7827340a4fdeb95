import { useCallback, useEffect, useRef, useState } from 'react';
import { type EditedDossier } from '../draft/dossier.query.js';
import { type Draft } from '../draft/draft.types.js';
import { type DraftSaver } from '../draft/draft-saver.js';
import { type ReadFrom, withSources } from '../draft/sources.js';
import { asksForSources } from './authorship.js';

/** Where the values of a paper dossier are being read. */
export interface Reading {
  source: ReadFrom | null;
  read: (source: ReadFrom | null) => void;
}

/** Changes of the draft, each with its source where the API asks for one. */
export function useSourcedEdit(dossier: EditedDossier, saver: DraftSaver) {
  const [source, read] = useState<ReadFrom | null>(null);
  const isSourced = asksForSources(dossier);
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  }, [source]);
  const edit = useCallback(
    (change: (draft: Draft) => Draft) =>
      saver.edit(isSourced ? (draft) => withSources(draft, change(draft), latest.current) : change),
    [saver, isSourced],
  );
  const reading: Reading | null = isSourced ? { source, read } : null;
  return { edit, reading };
}
