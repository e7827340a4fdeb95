import { describe, expect, test } from '@jest/globals';
import { oldAfter } from './old-after.js';

const old = (event: string, data: Record<string, unknown> = {}) =>
  oldAfter({ event, data }).map((key) => key.join(' '));

describe('what an event makes old', () => {
  test('an act on a dossier: the dossier, lists, tasks and figures', () => {
    const keys = old('dossier', { dossierId: 'a' });
    expect(keys).toEqual(
      expect.arrayContaining(['dossier a', 'dossiers', 'assignments', 'reports', 'views']),
    );
    expect(keys).not.toContain('dossier');
  });
  test('news: the tasks too, since an invitation comes as news alone', () => {
    expect(old('notification', { kinds: ['dossier.assign'] })).toEqual(['notifications', 'assignments']);
  });
  test('news of a council: the dossier too, of which members from outside hear nothing else', () => {
    expect(old('notification', { kinds: ['council.session_opened'] })).toEqual(
      expect.arrayContaining(['notifications', 'dossier', 'dossiers']),
    );
  });
  test('a stream that begins anew, and one of which too much was missed: everything that is live', () => {
    const all = old('refresh');
    expect(all).toEqual(
      expect.arrayContaining(['dossier', 'dossiers', 'assignments', 'reports', 'views', 'project']),
    );
    expect(old('ready', { resumed: false })).toEqual(all);
    expect(old('ready', { resumed: true })).toEqual([]);
  });
  test('what nobody knows: nothing', () => {
    expect(old('something')).toEqual([]);
  });
});
