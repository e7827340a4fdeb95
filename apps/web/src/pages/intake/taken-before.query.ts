import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { visibleLine } from '#contracts';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';

const PAUSE_MS = 250;
const SHOWN = 5;

/** By what a paper that came in is known again. */
export interface IncomingPaper {
  number: string;
  on: string;
  /** Who sent it. */
  ownerId: string | null;
}
export interface TakenBefore {
  /** The dossiers that came in with this very paper, as far as the reader may see them. */
  dossiers: readonly Schema<'DossierListItemDto'>[];
  /** It is not known yet whether there are any. */
  isLooking: boolean;
  /** The person said that a further dossier is meant, of exactly this paper. */
  isMeant: boolean;
  setMeant: (isMeant: boolean) => void;
}

const isWhole = ({ number, on, ownerId }: IncomingPaper): boolean =>
  number !== '' && /^\d{4}-\d{2}-\d{2}$/.test(on) && ownerId !== null;

/** Whether a paper was taken in before, asked while its number, day and sender stand in a form. */
export function useTakenBefore(paper: IncomingPaper, isAsked: boolean): TakenBefore {
  const typed = visibleLine(paper.number).trim();
  const [number] = useDebouncedValue(typed, PAUSE_MS);
  const { on, ownerId } = paper;
  const asked = { incomingNumber: number, incomingOn: on, owner: ownerId ?? '' };
  const name = Object.values(asked).join(' ');
  const enabled = isAsked && isWhole({ number, on, ownerId });
  const found = useQuery({
    queryKey: ['dossiers', 'taken-before', asked],
    enabled,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/dossiers', { params: { query: { ...asked, limit: SHOWN } }, signal })),
  });
  const [meant, setMeant] = useState('');
  return {
    dossiers: (enabled && found.data?.items) || [],
    isLooking: isAsked && (typed !== number || (enabled && found.isLoading)),
    isMeant: meant === name,
    setMeant: (isMeant) => setMeant(isMeant ? name : ''),
  };
}

/** Whether the form has to wait, for the answer or for the person. */
export const holdsBack = ({ dossiers, isLooking, isMeant }: TakenBefore): boolean =>
  isLooking || (dossiers.length > 0 && !isMeant);
