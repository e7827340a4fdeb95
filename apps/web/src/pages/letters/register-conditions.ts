import { LETTER_KINDS, LETTER_VALIDITIES, type LetterKind, type LetterValidity } from '#contracts';
import { isDay } from '../../format/format.js';

/** What of the register is asked for; it stands in the address. */
export interface RegisterConditions {
  q: string;
  from: string;
  to: string;
  kind: LetterKind | null;
  validity: LetterValidity | null;
}
const NAMES = ['q', 'from', 'to', 'kind', 'validity'] as const;
const MOST = 60;

/** The conditions of an address; what it does not understand is left out. */
export function readConditions(search: URLSearchParams): RegisterConditions {
  const day = (name: 'from' | 'to') => {
    const text = search.get(name) ?? '';
    return isDay(text) ? text : '';
  };
  return {
    q: (search.get('q') ?? '').slice(0, MOST),
    from: day('from'),
    to: day('to'),
    kind: LETTER_KINDS.find((kind) => kind === search.get('kind')) ?? null,
    validity: LETTER_VALIDITIES.find((one) => one === search.get('validity')) ?? null,
  };
}

/** The conditions as an address or as a question to the API: only those that are set. */
export const writtenConditions = (conditions: RegisterConditions): Record<string, string> =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = conditions[name];
      return value === null || value.trim() === '' ? [] : [[name, value.trim()]];
    }),
  );
