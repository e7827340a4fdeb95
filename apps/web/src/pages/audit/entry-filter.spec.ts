import { describe, expect, test } from '@jest/globals';
import { type ListedEntry } from './audit.query.js';
import { filterOf, passes } from './entry-filter.js';

const entry = { at: '2026-07-14T18:00:00.000Z', action: 'dossier.submit', outcome: 'done', actorId: 'a' };
const asked = (query: string) => passes(entry as ListedEntry, filterOf(new URLSearchParams(query)));

describe('what narrows the log', () => {
  test('days are those of Viet Nam, both inclusive', () => {
    expect([
      asked('from=2026-07-15'),
      asked('to=2026-07-14'),
      asked('from=2026-07-15&to=2026-07-15'),
    ]).toEqual([true, false, true]);
  });
  test('kind, outcome and person narrow together; what is no day or outcome does not', () => {
    expect(asked('action=dossier.submit&outcome=done&actorId=a')).toBe(true);
    expect(asked('action=dossier.submit&outcome=refused')).toBe(false);
    expect(asked('outcome=perhaps&from=soon')).toBe(true);
  });
});
