import { describe, expect, test } from '@jest/globals';
import { type LiveEvent, LiveReader } from './live-reader.js';

/** An answer whose bytes arrive in these pieces. */
const inPieces = (...pieces: string[]): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
  );

async function told(...pieces: string[]): Promise<{ events: LiveEvent[]; reader: LiveReader }> {
  const events: LiveEvent[] = [];
  const reader = new LiveReader((event) => events.push(event));
  await reader.read(inPieces(...pieces));
  return { events, reader };
}

describe('reading live events', () => {
  test('an event that arrives in pieces is told once, with its id remembered', async () => {
    const { events, reader } = await told(
      ': hello\n\nevent: ready\ndata: {"resumed":false}\n\nid: 7\neve',
      'nt: dossier\ndata: {"dossierId":"a"}\n',
      '\n',
    );
    expect(events).toEqual([
      { event: 'ready', data: { resumed: false } },
      { event: 'dossier', data: { dossierId: 'a' } },
    ]);
    expect(reader.lastId).toBe('7');
  });
  test('the end of the session is remembered, another end is not', async () => {
    expect((await told('event: end\ndata: {"reason":"session_ended"}\n\n')).reader.ended).toBe(true);
    expect((await told('event: end\ndata: {"reason":"lifetime"}\n\n')).reader.ended).toBe(false);
  });
});
