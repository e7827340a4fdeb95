import { useRef, useState } from 'react';
import { newActKey } from '../../api/client.js';
import { httpTransport } from '../investor/draft/dossier.query.js';

/** A paper of the checklist: with its file, or only as paper. */
export interface Paper {
  item: string;
  documentId?: string;
  note?: string;
}

/**
 * The papers of a draft, saved with every change, one save after the other: the last word is what stands on the screen.
 * What was not saved is saved again by `retry`.
 */
export function useSavedPapers(dossierId: string, begin: readonly Paper[], onSaved: () => void) {
  const [papers, setPapers] = useState<readonly Paper[]>(begin);
  const [error, setError] = useState<unknown>(null);
  const [open, setOpen] = useState(0);
  const [revision, setRevision] = useState(0);
  const wanted = useRef(papers);
  const queue = useRef(Promise.resolve());
  const saveLast = async () => {
    const facts = { papers: wanted.current.map((paper) => ({ ...paper })) };
    try {
      const { revision: seen } = await httpTransport.read(dossierId);
      const saved = await httpTransport.save(dossierId, { key: newActKey(), revision: seen, facts });
      setRevision(saved.revision);
      setError(null);
      onSaved();
    } catch (refused) {
      setError(refused);
    }
  };
  const save = () => {
    setOpen((count) => count + 1);
    queue.current = queue.current.then(saveLast).finally(() => setOpen((count) => count - 1));
  };
  const change = (next: readonly Paper[]) => {
    wanted.current = next;
    setPapers(next);
    save();
  };
  const add = (paper: Paper) => change([...wanted.current, paper]);
  const setTicked = (item: string, isThere: boolean) =>
    change(isThere ? [...wanted.current, { item }] : wanted.current.filter((paper) => paper.item !== item));
  return { papers, revision, add, setTicked, error, isSaving: open > 0, retry: save };
}
