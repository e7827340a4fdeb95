import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { drawn } from '../../../test/support/seed.js';
import { CopiedRows } from './copied-rows.js';

const message = (kind: string, body: string | Buffer): Buffer => {
  const header = Buffer.from(`${kind}....`);
  header.writeUInt32BE(Buffer.byteLength(body) + 4, 1);
  return Buffer.concat([header, Buffer.from(body)]);
};
const joined = (parts: readonly Uint8Array[]): string => Buffer.concat(parts).toString();

/** What comes of pieces of bytes on a socket that a driver listens to: rows, and what the driver hears. */
function read(pieces: readonly Buffer[]) {
  const socket = new EventEmitter();
  const heard: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => heard.push(Buffer.from(bytes)));
  const rows: { length: number; bytes: Buffer[] }[] = [];
  new CopiedRows(socket, {
    begin: (length) => rows.push({ length, bytes: [] }),
    take: (from, begin, end) => rows.at(-1)?.bytes.push(Buffer.from(from.subarray(begin, end))),
  });
  for (const piece of pieces) socket.emit('data', piece);
  return { rows: rows.map(({ length, bytes }) => ({ length, text: joined(bytes) })), heard: joined(heard) };
}
const piecesOf = (whole: Buffer, cuts: readonly number[]): Buffer[] => {
  const at = [0, ...cuts.map((cut) => cut % whole.length).sort((a, b) => a - b), whole.length];
  return at.slice(1).map((end, n) => whole.subarray(at[n], end));
};

const row = fc.string({ maxLength: 40 }).map((body) => message('d', body));
const other = fc
  .tuple(fc.constantFrom('H', 'N', 'S', 'c', 'C', 'E'), fc.string({ maxLength: 20 }))
  .map(([kind, body]) => message(kind, body));

test('rows come off whole, and the driver hears all the rest, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(row, other)), fc.array(fc.nat()), (said, cuts) => {
      const all = [...said, message('Z', 'T'), message('1', ''), message('d', 'of a later statement')];
      const isRow = (one: Buffer, n: number) => one[0] === 0x64 && n < said.length;
      const bodies = all.filter(isRow).map((one) => one.subarray(5));
      const { rows, heard } = read(piecesOf(Buffer.concat(all), cuts));
      expect(rows).toEqual(bodies.map((body) => ({ length: body.length, text: body.toString() })));
      expect(heard).toBe(joined(all.filter((one, n) => !isRow(one, n))));
    }),
    drawn(1000),
  );
});
