import { type SignedCheckpoint } from './checkpoint.js';
import { checkpointLine, knownCheckpointFaults, readKnownCheckpoints } from './known-checkpoints.js';

const numbered = (number: number): SignedCheckpoint => ({
  number,
  size: 1,
  totalSize: number,
  root: 'a'.repeat(64),
  firstAt: null,
  lastAt: null,
  at: '2026-07-01T02:03:04.005Z',
  previousCheckpointHash: 'b'.repeat(64),
  keyId: 'c'.repeat(64),
  signature: 'c2lnbmF0dXJl',
});
const run = [1, 2, 3].map(numbered);

describe('checkpoints written down elsewhere', () => {
  it('are read as they were written, whatever the order of their fields', () => {
    const shuffled = JSON.stringify(Object.fromEntries(Object.entries(numbered(4)).reverse()));
    const text = `${run.map(checkpointLine).join('\n')}\n\n${shuffled}\n`;
    const { known, unreadable } = readKnownCheckpoints(text);
    expect({ known, unreadable }).toEqual({ known: [...run, numbered(4)], unreadable: 0 });
    expect(knownCheckpointFaults([...run, numbered(4)], known)).toEqual([]);
  });

  it('pass over what is none, such as a line that was cut off, and count it', () => {
    const line = checkpointLine(numbered(1));
    const text = `${line}\n${line.slice(0, 40)}\nnull\n{"number":2}\n`;
    expect(readKnownCheckpoints(text)).toEqual({ known: [numbered(1)], unreadable: 3 });
  });

  it('are missing or differ where the database was cut or signed again, each named once', () => {
    const other = { ...numbered(2), signature: 'b3RoZXI=' };
    const faults = knownCheckpointFaults([numbered(1), other], [...run, numbered(3)]);
    expect(faults.map(({ reason, checkpoint }) => [reason, checkpoint])).toEqual([
      ['checkpoint_differs', 2],
      ['checkpoint_missing', 3],
    ]);
  });

  it('say nothing of newer ones that were not written down', () => {
    expect(knownCheckpointFaults(run, [numbered(2)])).toEqual([]);
  });
});
