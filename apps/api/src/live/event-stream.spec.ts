import { type Principal } from '../http/api-request.types.js';
import { EventStream } from './event-stream.js';

const principal: Principal = {
  actor: { id: 'anna', kind: 'person', name: 'Anna', roles: [], organisationId: null, authorityId: 'a' },
  via: 'cookie',
  sessionId: 's',
};
const told = { event: 'presence', data: { dossierId: 'd' } } as const;
const streamOf = () => new EventStream(principal, null, (userId) => `cursor-of-${userId}`);

describe('one stream', () => {
  it('gives the cursor with the last of several events, so that a broken stream tells all of them again', () => {
    const stream = streamOf();
    stream.tell([told, told]);
    const event = 'event: presence\ndata: {"dossierId":"d"}\n';
    expect(String(stream.body.read())).toBe(`retry: 3000\n\n${event}\n${event}id: cursor-of-anna\n\n`);
  });

  it('says nothing where there is nothing to tell', () => {
    const stream = streamOf();
    stream.tell([]);
    expect(String(stream.body.read())).toBe('retry: 3000\n\n');
  });

  it('lets go of whoever takes in nothing before the memory is full, and then writes no more', async () => {
    const stream = streamOf();
    const closed = new Promise<void>((resolve) => stream.onClose(resolve));
    const many = Array.from({ length: 1000 }, () => told);
    for (let turn = 0; turn < 10; turn += 1) stream.tell(many);
    await closed;
    expect(stream.body.destroyed).toBe(true);
    stream.beat();
    stream.end('lifetime');
  });
});
