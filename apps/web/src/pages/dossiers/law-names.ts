import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { type Governed } from '../../api/procedure.query.js';
import { currentLanguage } from '../../i18n/language.js';

/** Every pack that is loaded, in force or not. */
export const packsQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: async () => (await answer(api.GET('/api/v1/packs'))).items,
  staleTime: Infinity,
});

/** The titles of the laws among packs, in their order; calendars and references are no law that somebody is judged by. */
export function useLawTitles(packIds: readonly string[]): string[] {
  const packs = useQuery(packsQuery).data ?? [];
  const language = currentLanguage();
  return packIds.flatMap((wanted) =>
    packs.filter(({ id, kind }) => id === wanted && kind === 'law').map(({ title }) => title[language]),
  );
}

const lawQuery = ({ procedureId: procedure, receivedOn: on, law }: Governed) => {
  const digest = law?.digest ?? null;
  return queryOptions({
    queryKey: ['law', procedure, digest ?? on],
    queryFn: () =>
      digest === null
        ? answer(api.GET('/api/v1/law', { params: { query: { procedure, ...(on !== null && { on }) } } }))
        : answer(api.GET('/api/v1/law/sets/{digest}', { params: { path: { digest } } })),
    staleTime: Infinity,
  });
};

export interface LawNames {
  /** A version of a list by the instrument that made it. */
  list: (version: string) => string;
  rule: (id: string) => string;
}

/** Lists and rules by their names instead of their codes, by the law that governs the dossier; the code until it is known. */
export function useLawNames(dossier: Governed): LawNames {
  const { listVersions = [], rules = [] } = useQuery(lawQuery(dossier)).data ?? {};
  const language = currentLanguage();
  return {
    list: (version) => listVersions.find(({ id }) => id === version)?.instrument ?? version,
    rule: (rule) => rules.find(({ id }) => id === rule)?.name[language] ?? rule,
  };
}
