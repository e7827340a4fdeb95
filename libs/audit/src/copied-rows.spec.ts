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

/** Two COPYs one after the other: the driver asks for the second within the call in which it is told that it may. */
function readTwo(pieces: readonly Buffer[], first: string) {
  const socket = new EventEmitter();
  const rows: string[][] = [];
  let heard = '';
  const ask = () => {
    const copied: string[] = [];
    rows.push(copied);
    new CopiedRows(socket, {
      begin: () => void copied.push(''),
      take: (from, begin, end) => void copied.push((copied.pop() ?? '') + from.toString('utf8', begin, end)),
    });
  };
  socket.on('data', (bytes: Buffer) => {
    heard += bytes.toString();
    if (heard === first) ask();
  });
  ask();
  for (const piece of pieces) socket.emit('data', piece);
  return { rows, heard };
}
/** What a server says of one COPY; rows are ASCII here, so that a cut never parts a character. */
const copyOf = (...bodies: string[]) => {
  const said = [message('H', 'text'), ...bodies.map((body) => message('d', body)), message('C', 'COPY')];
  return [...said, message('Z', 'T')];
};
const withoutRows = (said: readonly Buffer[]) => joined(said.filter((one) => one[0] !== 0x64));

test('a driver that asks on while it is told that it may loses no row of the second COPY, wherever the bytes are cut', () => {
  const [first, second] = [copyOf('a', '', 'row with Z and d'), copyOf('of the second', 'z')];
  const [one, two] = [Buffer.concat(first), Buffer.concat(second)];
  const expected = {
    rows: [
      ['a', '', 'row with Z and d'],
      ['of the second', 'z'],
    ],
    heard: withoutRows([...first, ...second]),
  };
  // The server says nothing of the second before it was asked: what it says begins a piece of its own.
  for (let cut = 0; cut <= one.length; cut += 1)
    for (let later = 0; later <= two.length; later += 1) {
      const pieces = [...piecesOf(one, [cut]), ...piecesOf(two, [later])].filter(({ length }) => length > 0);
      expect({ cut, later, ...readTwo(pieces, withoutRows(first)) }).toEqual({ cut, later, ...expected });
    }
});
