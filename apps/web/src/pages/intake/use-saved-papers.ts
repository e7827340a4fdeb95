import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { newActKey } from '../../api/client.js';
import { problemOfError } from '../../api/problem.js';
import { httpTransport, type SavedFacts } from '../investor/draft/dossier.query.js';
import { same } from '../investor/draft/draft.types.js';
import { joinedPapers, type Paper } from './joined-papers.js';

/** The papers of a draft at a revision. */
export interface StoredPapers {
  papers: readonly Paper[];
  revision: number;
}
const STALE = 412;
/** So often somebody else may be faster before it is said. */
const MOST_ROUNDS = 5;

const storedOf = ({ facts, revision }: SavedFacts): StoredPapers => ({
  papers: facts.papers ?? [],
  revision,
});

/**
 * The papers of a draft, saved with every change, one save after the other, each on top of the version that was seen: what
 * somebody else changed meanwhile is brought together with it and never overwritten. What was not saved is saved again by
 * `retry`.
 */
export function useSavedPapers(dossierId: string, stored: StoredPapers, onSaved: () => void) {
  const [papers, setPapers] = useState(stored.papers);
  const [error, setError] = useState<unknown>(null);
  const [open, setOpen] = useState(0);
  const [revision, setRevision] = useState(stored.revision);
  const seen = useRef(stored);
  const wanted = useRef(papers);
  const queue = useRef(Promise.resolve());
  const want = (next: readonly Paper[]) => {
    wanted.current = next;
    setPapers(next);
  };
  /** Takes a version of the API in; `base` is what both sides began with. */
  const takeIn = (theirs: StoredPapers, base = seen.current.papers) => {
    if (theirs.revision <= seen.current.revision) return;
    seen.current = theirs;
    setRevision(theirs.revision);
    want(joinedPapers(base, wanted.current, theirs.papers));
  };
  const saveLast = async () => {
    for (let round = 1; !same(wanted.current, seen.current.papers); round += 1) {
      const sending = wanted.current;
      const facts = { papers: sending.map((paper) => ({ ...paper })) };
      const { revision: at } = seen.current;
      try {
        const saved = await httpTransport.save(dossierId, { key: newActKey(), revision: at, facts });
        return takeIn(storedOf(saved), sending);
      } catch (refused) {
        if (problemOfError(refused).status !== STALE || round === MOST_ROUNDS) throw refused;
      }
      takeIn(storedOf(await httpTransport.read(dossierId)));
    }
  };
  const inTurn = (step: () => Promise<void> | void) => {
    queue.current = queue.current.then(step);
  };
  const save = () => {
    setOpen((count) => count + 1);
    inTurn(() =>
      saveLast()
        .then(() => setError(null), setError)
        .then(onSaved)
        .finally(() => setOpen((count) => count - 1)),
    );
  };
  const takeNewer = useEffectEvent(() => inTurn(() => takeIn(stored)));
  useEffect(() => takeNewer(), [stored.revision]);
  const change = (next: readonly Paper[]) => {
    want(next);
    save();
  };
  const add = (paper: Paper) => change([...wanted.current, paper]);
  const setTicked = (item: string, isThere: boolean) =>
    change(isThere ? [...wanted.current, { item }] : wanted.current.filter((paper) => paper.item !== item));
  return { papers, revision, add, setTicked, error, isSaving: open > 0, retry: save };
}
