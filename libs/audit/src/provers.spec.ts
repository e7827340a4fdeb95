import { type Proof } from './entry-proof.js';
import { Provers } from './provers.js';

const program = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
/** A line that proves nothing: its chain is odd. */
const piece = (chain: string) => Uint8Array.from(Buffer.from(`\t\t\t\t${chain}\n`.repeat(3)));
const withProvers = async (
  options: { threads: number; program?: URL },
  work: (provers: Provers) => Promise<unknown>,
): Promise<Proof[]> => {
  const proofs: Proof[] = [];
  const provers = new Provers((proof) => proofs.push(proof), options);
  try {
    await work(provers);
  } finally {
    await provers.close();
  }
  return proofs;
};

describe('threads that prove the log', () => {
  it.each([0, 2])(
    '%d of them prove every piece, and have done so once they are finished',
    async (threads) => {
      const chains = Array.from({ length: 25 }, (_, n) => `chain-${n}`);
      const proofs = await withProvers({ threads }, async (provers) => {
        for (const chain of chains) await provers.take(piece(chain));
        await provers.finish();
      });
      expect(proofs.reduce((sum, { entries }) => sum + entries, 0)).toBe(75);
      expect(proofs.flatMap(({ odd }) => odd).sort()).toEqual([...chains].sort());
    },
    20_000,
  );

  it.each([
    [
      'fails',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('broken') })`,
      'broken',
    ],
    [
      'ends without a word',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(0))`,
      'a thread that proves the log ended (code 0)',
    ],
    ['never begins', `process.exit(3)`, 'a thread that proves the log ended (code 3)'],
  ])('one that %s is told, not waited for', async (_what, code, message) => {
    const run = withProvers({ threads: 1, program: program(code) }, async (provers) => {
      for (let n = 0; n < 10; n += 1) await provers.take(piece('c'));
      await provers.finish();
    });
    await expect(run).rejects.toThrow(message);
  });
});
