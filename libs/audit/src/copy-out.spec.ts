import { EventEmitter } from 'node:events';
import { type Connection } from 'pg';
import { CopyOut, copiedField } from './copy-out.js';

const headerOf = (row: Buffer): Buffer => {
  const header = Buffer.from('d....');
  header.writeUInt32BE(row.length + 4, 1);
  return header;
};
/** What the driver's connection does for a COPY: it notes the statement, and whether it was asked to wait. */
function connection() {
  const seen = { asked: '', paused: 0, resumed: 0 };
  const stream = Object.assign(new EventEmitter(), {
    pause: () => (seen.paused += 1),
    resume: () => (seen.resumed += 1),
  });
  const query = (text: string) => (seen.asked = text);
  const sent = (row: Buffer) => stream.emit('data', Buffer.concat([headerOf(row), row]));
  return { seen, sent, connection: { stream, query } as unknown as Connection };
}
const submitted = () => {
  const copy = new CopyOut('SELECT 1');
  const { connection: wire, ...rest } = connection();
  copy.submit(wire);
  return { copy, ...rest };
};
const line = (n: number, length = 100) => Buffer.from(`${String(n).padStart(length - 1, '.')}\n`);
const textOf = async (copy: CopyOut): Promise<string[]> => {
  const pieces: string[] = [];
  for await (const piece of copy) pieces.push(piece.toString());
  return pieces;
};

describe('a COPY that is read in pieces', () => {
  it('hands on every byte in pieces of whole lines, though the socket writes into the same memory again', async () => {
    const { copy, seen, sent } = submitted();
    expect(seen.asked).toBe('COPY (SELECT 1) TO STDOUT');
    const memory = Buffer.alloc(100);
    for (let n = 0; n < 6000; n += 1) {
      line(n).copy(memory);
      sent(memory);
    }
    copy.handleCommandComplete();
    copy.handleReadyForQuery();
    const pieces = await textOf(copy);
    expect(pieces.length).toBe(3);
    for (const piece of pieces) expect(piece.endsWith('\n')).toBe(true);
    expect(pieces.join('')).toBe(Array.from({ length: 6000 }, (_, n) => line(n).toString()).join(''));
  });

  it('takes a line that is longer than a piece, and nothing at all', async () => {
    const { copy: long, sent } = submitted();
    for (const length of [100, 600_000, 100]) sent(line(7, length));
    long.handleReadyForQuery();
    expect((await textOf(long)).map(({ length }) => length)).toEqual([100, 600_000, 100]);
    const empty = submitted().copy;
    empty.handleReadyForQuery();
    expect(await textOf(empty)).toEqual([]);
  });

  it('asks the server to wait while nobody reads, and to go on once somebody does', async () => {
    const { copy, seen, sent } = submitted();
    for (let n = 0; n < 20; n += 1) sent(line(n, 200_000));
    expect(seen.paused).toBeGreaterThan(0);
    expect(seen.resumed).toBe(0);
    copy.handleReadyForQuery();
    expect(await textOf(copy)).toHaveLength(20);
    expect(seen.resumed).toBeGreaterThan(0);
  });

  it('wakes whoever waits, for more, the end or a failure', async () => {
    const { copy, sent } = submitted();
    const reading = textOf(copy);
    await new Promise((resolve) => setImmediate(resolve));
    sent(line(1));
    copy.handleReadyForQuery();
    expect(await reading).toEqual([line(1).toString()]);
    const failing = submitted().copy;
    const failed = textOf(failing);
    await new Promise((resolve) => setImmediate(resolve));
    failing.handleError(new Error('the connection is gone'));
    await expect(failed).rejects.toThrow('the connection is gone');
  });
});

describe('a field of COPY', () => {
  it.each([
    ['\\N', null],
    ['', ''],
    ['plain', 'plain'],
    ['a\\tb\\nc\\rd\\be\\ff\\vg', 'a\tb\nc\rd\be\ff\vg'],
    ['back\\\\slash', 'back\\slash'],
    ['\\\\N', '\\N'],
    ['\\\\n', '\\n'],
    ['đường\\\ndây', 'đường\ndây'],
  ])('%j is %j', (field, value) => {
    expect(copiedField(field)).toBe(value);
  });
});
