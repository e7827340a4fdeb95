import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { appendAudits, verifyDatabase } from '#audit';
import { type UnitOfWork } from '#database';
import { copiedField } from '../../../libs/audit/src/copy-out.js';
import { Provers } from '../../../libs/audit/src/provers.js';
import { SnapshotReader } from '../../../libs/audit/src/snapshot-reader.js';
import { linksOf, soundChains } from '../../../libs/audit/src/sound-chains.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { clerk, draftFor, tamper, unitOfWorkAs } from './audit-fixture.js';

/** More than the reader fetches at once, and several pieces of a copy. */
const LONG = 2100;
let database: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
const long = randomUUID();
const short = randomUUID();
beforeAll(async () => {
  database = await cloneDatabase('sound_chains');
  ({ source, unitOfWork } = await unitOfWorkAs(database.app));
  const append = (chain: string, count: number) =>
    unitOfWork.run(clerk, (tx) =>
      appendAudits(
        tx,
        Array.from({ length: count }, () => draftFor(chain)),
      ),
    );
  await append(long, LONG);
  await append(short, 3);
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const proveWith = (provers?: Parameters<typeof soundChains>[3]) => {
  let told = 0;
  return SnapshotReader.with(database.app, async (reader) => ({
    ...(await soundChains(
      reader,
      () => linksOf(reader),
      (entries) => (told = entries),
      provers,
    )),
    told,
  }));
};
const inThreads = (proven: ConstructorParameters<typeof Provers>[0]) => new Provers(proven, { threads: 2 });
const whole = { chains: 2, entries: LONG + 3, uncovered: LONG + 3, told: LONG + 3 };

describe('all chains in one pass', () => {
  it('are proven alike in place and by real threads', async () => {
    expect(await proveWith()).toEqual({ ...whole, odd: [] });
    expect(await proveWith(inThreads)).toEqual({ ...whole, odd: [] });
  }, 30_000);

  it('prove nothing when a thread drops pieces: that is said, and no chain is called sound', async () => {
    const code = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => parentPort.postMessage({ entries: 0, odd: [] }))`;
    const program = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const forgetful = proveWith((proven) => new Provers(proven, { threads: 1, program }));
    await expect(forgetful).rejects.toThrow(`0 of ${LONG + 3} entries were proven, not all of them`);
  });

  it('name the odd ones, in threads too, and each of their faults however long they are', async () => {
    await tamper(
      database,
      `UPDATE audit_entry SET actor_id = 'x' WHERE chain_id = '${long}' AND seq IN (3, ${LONG - 1})`,
    );
    expect((await proveWith(inThreads)).odd).toEqual([long]);
    const { faults, entries, chains } = await verifyDatabase(database.app, () => undefined);
    expect({ entries, chains }).toEqual({ entries: LONG + 3, chains: 2 });
    expect(faults.map(({ seq, reason }) => ({ seq, reason }))).toEqual([
      { seq: 3, reason: 'hash_mismatch' },
      { seq: LONG - 1, reason: 'hash_mismatch' },
    ]);
  }, 30_000);

  it('are seen at one moment by the reader beside, whatever was written since', async () => {
    const countOf = (reader: SnapshotReader) =>
      reader.all<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry');
    await SnapshotReader.with(database.app, async (reader) => {
      const before = await countOf(reader);
      await unitOfWork.run(clerk, (tx) => appendAudits(tx, [draftFor(short)]));
      expect(await reader.beside(countOf)).toEqual(before);
      expect(await countOf(reader)).toEqual(before);
      expect(await SnapshotReader.with(database.app, countOf)).toEqual([{ n: (before[0]?.n ?? 0) + 1 }]);
    });
  });

  it('are read from COPY as they are stored, every sign of it', async () => {
    const texts = ['a\tb', 'a\nb\r', '\\N', 'back\\slash', '\u0001\b\f\v', 'Đường dây 2 "x"', ''];
    const values = texts.map(
      (text) =>
        `(E'${[...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}')`,
    );
    const read = await SnapshotReader.with(database.app, async (reader) => {
      const pieces: Buffer[] = [];
      for await (const piece of reader.pieces(`SELECT v.* FROM (VALUES ${values.join(', ')}, (NULL)) v`))
        pieces.push(piece);
      return Buffer.concat(pieces).toString();
    });
    expect(read.slice(0, -1).split('\n').map(copiedField)).toEqual([...texts, null]);
  });
});
