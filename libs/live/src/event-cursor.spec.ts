import { EventCursors } from './event-cursor.js';

const ANNA = '00000001-0000-4000-8000-000000000001';
const BINH = '00000001-0000-4000-8000-000000000002';
const at = new Date('2026-07-15T02:00:00.000Z');
const cursors = new EventCursors('s'.repeat(32));

describe('the cursor of a stream', () => {
  const sealed = cursors.seal(ANNA, { position: '731:740:733,735', at });

  it('comes back as it was sealed, on every replica with the same secret', () => {
    expect(new EventCursors('s'.repeat(32)).open(ANNA, sealed)).toEqual({ position: '731:740:733,735', at });
  });

  it('is nothing to another person, under another secret, or changed by a bit', () => {
    expect(cursors.open(BINH, sealed)).toBeNull();
    expect(new EventCursors('t'.repeat(32)).open(ANNA, sealed)).toBeNull();
    expect(cursors.open(ANNA, `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(cursors.open(ANNA, '12')).toBeNull();
    expect(cursors.open(ANNA, 'x'.repeat(100_000))).toBeNull();
  });

  it('says nothing of how much happened: two of one place differ, two of far places have one length', () => {
    expect(cursors.seal(ANNA, { position: '731:740:733,735', at })).not.toBe(sealed);
    expect(cursors.seal(ANNA, { position: '9999999731:9999999731:', at })).toHaveLength(sealed.length);
  });
});
