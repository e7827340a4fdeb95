import { type LiveEvent } from '#live';
import { toldEvents } from './told-events.js';

const A = '0000000a-0000-4000-8000-00000000000a';
const B = '0000000b-0000-4000-8000-00000000000b';
const event = (given: Partial<LiveEvent>): LiveEvent => ({
  topic: 'dossier',
  subjectId: A,
  kind: 'dossier.accept',
  audience: 'open',
  at: '2026-07-15T02:00:00+00:00',
  ...given,
});
const seen = { dossiers: new Map([[A, 7]]), notified: new Set([A]), projects: new Set([B]) };

describe('what one person is told', () => {
  it('is one event for a dossier, with its revision and everything that was done', () => {
    const events = [event({}), event({ kind: 'letter.drafted' }), event({})];
    expect(toldEvents(events, seen)).toEqual([
      {
        event: 'dossier',
        data: {
          dossierId: A,
          revision: 7,
          kinds: ['dossier.accept', 'letter.drafted'],
          at: '2026-07-15T02:00:00.000Z',
        },
      },
    ]);
  });

  it('is nothing of what they do not see, and nothing of sessions', () => {
    const hidden = [
      event({ subjectId: B }),
      event({ topic: 'presence', subjectId: B }),
      event({ topic: 'notification', subjectId: B }),
      event({ topic: 'project', subjectId: A }),
      event({ topic: 'session', subjectId: null }),
    ];
    expect(toldEvents(hidden, seen)).toEqual([]);
  });

  it('is a bare id when they lost a dossier, and nothing of it when they still see it', () => {
    const lost = (subjectId: string) => event({ kind: 'access.lost', audience: 'someone', subjectId });
    const events = [lost(B), event({ subjectId: B, kind: 'conflict.declared' }), lost(A)];
    expect(toldEvents(events, seen)).toEqual([{ event: 'gone', data: { dossierId: B } }]);
  });

  it('is one event for all news, of no dossier too, and presence without a word about whose', () => {
    const events = [
      event({ topic: 'notification', kind: 'assign' }),
      event({ topic: 'notification', kind: 'clock.warning', subjectId: null }),
      event({ topic: 'presence', kind: 'presence.changed' }),
      event({ topic: 'project', subjectId: B, kind: 'project.changed' }),
    ];
    expect(toldEvents(events, seen).map(({ event: name, data }) => [name, data])).toMatchObject([
      ['notification', { kinds: ['assign', 'clock.warning'] }],
      ['presence', { dossierId: A }],
      ['project', { projectId: B, kinds: ['project.changed'] }],
    ]);
  });
});
