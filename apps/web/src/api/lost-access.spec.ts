import { describe, expect, test } from '@jest/globals';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { dropLost, forgetDossier, isLost } from './lost-access.js';
import { ProblemError } from './problem.js';

const refusal = (status: number, code = 'not_found') =>
  new ProblemError({ code, status, title: '', detail: '' });

function desk() {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => dropLost(queries, error, query) }),
    defaultOptions: { queries: { retry: false } },
  });
  const show = (...key: string[]) => queries.setQueryData(key, { shown: true });
  const refuse = (error: Error, ...queryKey: string[]) =>
    queries
      .fetchQuery({ queryKey, queryFn: () => Promise.reject(error), staleTime: 0 })
      .catch(() => undefined);
  show('dossier', 'a');
  show('dossier', 'a', 'timeline');
  show('presence', 'a');
  show('dossier', 'b');
  show('dossiers', 'list');
  return { queries, refuse };
}

describe('what the API refuses to show again', () => {
  test('is forgotten with all its sides, and the lists that may name it are old', async () => {
    const { queries, refuse } = desk();
    await refuse(refusal(404), 'dossier', 'a');
    expect(queries.getQueryData(['dossier', 'a'])).toBeUndefined();
    expect(queries.getQueryState(['dossier', 'a', 'timeline'])).toMatchObject({
      status: 'error',
      data: undefined,
    });
    expect(queries.getQueryData(['dossier', 'b'])).toBeDefined();
    expect(queries.getQueryState(['dossiers', 'list'])?.isInvalidated).toBe(true);
  });

  test('makes the dossier be asked for where only a side or the presence was refused', async () => {
    for (const key of [
      ['dossier', 'a', 'timeline'],
      ['presence', 'a'],
    ]) {
      const { queries, refuse } = desk();
      await refuse(refusal(403, 'command_not_for_you'), ...key);
      expect(queries.getQueryData(key)).toBeUndefined();
      expect(queries.getQueryState(['dossier', 'a'])).toMatchObject({
        isInvalidated: true,
        data: { shown: true },
      });
    }
  });

  test('is not what a broken network, a fault or an old token says', async () => {
    for (const error of [refusal(0), refusal(500), refusal(403, 'csrf_wrong')]) {
      const { queries, refuse } = desk();
      await refuse(error, 'dossier', 'a');
      expect([isLost(error), queries.getQueryData(['dossier', 'a'])]).toEqual([false, { shown: true }]);
    }
  });

  test('is forgotten at once where the stream says that it is gone', () => {
    const { queries } = desk();
    forgetDossier(queries, 'a');
    for (const key of [
      ['dossier', 'a'],
      ['dossier', 'a', 'timeline'],
      ['presence', 'a'],
    ])
      expect(queries.getQueryData(key)).toBeUndefined();
    expect(queries.getQueryData(['dossier', 'b'])).toBeDefined();
  });
});
