import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';

export type LetterCheck = Schema<'LetterCheckDto'>;
/** A question about one letter: by what is printed on it, or by the digest of its file. */
export type LetterQuestion =
  | { by: 'number'; number: string; issuedOn: string }
  | { by: 'file'; name: string; size: number; sha256: string };

function ask(question: LetterQuestion): Promise<LetterCheck> {
  if (question.by === 'file')
    return answer(api.POST('/api/v1/public/letters/check', { body: { sha256: question.sha256 } }));
  const { number, issuedOn } = question;
  return answer(
    api.GET('/api/v1/public/letters', {
      params: { query: { number, ...(issuedOn !== '' && { issuedOn }) } },
    }),
  );
}

/** What is known of a letter now; asked anew each time somebody asks (`turn`), since its standing may change. */
export const useLetterCheck = (question: LetterQuestion | null, turn: number) =>
  useQuery({
    queryKey: ['letter-check', turn],
    queryFn: () => (question === null ? Promise.reject(new Error('asked for no letter')) : ask(question)),
    enabled: question !== null,
    staleTime: 0,
    gcTime: 0,
  });
