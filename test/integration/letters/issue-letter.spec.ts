import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { type LetterKind } from '#contracts';
import { type UnitOfWork, violatedConstraint } from '#database';
import { LocalDocumentStore } from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { type Actor, type AdjustableClock, civilDate, sha256 } from '#kernel';
import {
  discardDraft,
  draftLetter,
  issueLetter,
  type Letter,
  letterByNumber,
  type LetterIssue,
  letterById,
  letterData,
  lettersOf,
  markLetters,
  nextNumber,
  openIssuedLetter,
  previewLetter,
  redraftLetter,
} from '#letters';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { IMPRINT, SAMPLES } from '../../support/letter-samples.js';
import { demoActor, seededUnitOfWork, storeDossier } from '../../support/stored-dossier.js';

const TODAY = civilDate('2026-07-15');

describe('letters', () => {
  let db: TestDatabase;
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let clock: AdjustableClock;
  let folder: string;
  let store: LocalDocumentStore;
  let tamperedWith: Letter | undefined;
  const clerk: Actor = demoActor('motcua1');

  beforeAll(async () => {
    db = await cloneDatabase('letters');
    ({ source, unitOfWork, clock } = await seededUnitOfWork(db));
    folder = await mkdtemp(join(tmpdir(), 'letters-'));
    store = new LocalDocumentStore(folder);
  });
  afterAll(async () => {
    await source.destroy();
    await db.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const dossier = () => storeDossier(unitOfWork, 'under_review');
  const draft = async <Kind extends LetterKind>(
    kind: Kind,
    dossierId?: string,
    replaces?: string,
  ): Promise<Letter> => {
    const id = dossierId ?? (await dossier());
    const link = replaces === undefined ? {} : { replaces };
    return unitOfWork.run(clerk, (tx) =>
      draftLetter(tx, { dossierId: id, kind, round: 1, data: SAMPLES[kind], ...link }),
    );
  };
  type More = Partial<Pick<LetterIssue, 'trackingSecret' | 'revision' | 'onlySigner' | 'rehearsed'>>;
  const issueWhole = (letterId: string, issuedOn = TODAY, more: More = {}) =>
    unitOfWork.run(clerk, (tx) =>
      issueLetter(tx, { letterId, signedBy: IMPRINT.signedBy, issuedOn, store, ...more }),
    );
  const issue = async (...what: Parameters<typeof issueWhole>): Promise<Letter> =>
    (await issueWhole(...what)).letter;
  /** Works as on the morning of another day. */
  const onDay = async <Result>(day: string, work: () => Promise<Result>): Promise<Result> => {
    const now = clock.now();
    clock.set(new Date(`${day}T02:00:00.000Z`));
    try {
      return await work();
    } finally {
      clock.set(now);
    }
  };
  const read = <Result>(work: Parameters<typeof unitOfWork.read<Result>>[1]) => unitOfWork.read(clerk, work);
  const numberOf = (letter: Letter) => Number(letter.number?.split('/')[0]);

  it('numbers 20 letters that are issued at the same moment 1 to 20, each once', async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => draft('supplement_request')));
    const issued = await Promise.all(drafts.map(({ id }) => issue(id)));
    const numbers = issued.map(numberOf).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(new Set(issued.map(({ sha256 }) => sha256)).size).toBe(20);
  }, 120_000);

  it('gives a number back when the transaction fails, and consumes none in a rehearsal', async () => {
    const scope = 'test/rollback';
    const take = (fail: boolean) =>
      unitOfWork.run(clerk, async (tx) => {
        const number = await nextNumber(tx, scope, 2026);
        if (fail) throw new Error('later step failed');
        return number;
      });
    expect(await take(false)).toBe(1);
    await expect(take(true)).rejects.toThrow('later step failed');
    expect(await unitOfWork.rehearse(clerk, (tx) => nextNumber(tx, scope, 2026))).toBe(2);
    expect(await take(false)).toBe(2);
    expect(await unitOfWork.run(clerk, (tx) => nextNumber(tx, scope, 2027))).toBe(1);
  });

  it('gives the number back when the store fails', async () => {
    const { id } = await draft('discontinuance');
    const broken = join(folder, 'a-file');
    await writeFile(broken, '');
    const fails = unitOfWork.run(clerk, (tx) =>
      issueLetter(tx, {
        letterId: id,
        signedBy: IMPRINT.signedBy,
        issuedOn: TODAY,
        store: new LocalDocumentStore(broken),
      }),
    );
    await expect(fails).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(await read((tx) => letterById(tx, id))).toMatchObject({ status: 'draft', number: null });
    expect(numberOf(await issue(id))).toBe(1);
  });

  it('begins again at 01 with the year of the letter, per register', async () => {
    const [first, second, other] = await onDay('2025-12-31', async () => [
      await draft('decision'),
      await draft('clarification_request'),
      await draft('return_notice'),
    ]);
    const numberOn = (day: string, letterId: string) =>
      onDay('2026-01-02', async () => (await issue(letterId, civilDate(day))).number);
    expect(await numberOn('2025-12-31', first.id)).toBe('01/SKHCN-QLCN');
    expect(await numberOn('2026-01-02', second.id)).toBe('01/SKHCN-QLCN');
    const third = await onDay('2026-01-02', () => draft('decision'));
    expect(await numberOn('2026-01-02', third.id)).toBe('02/SKHCN-QLCN');
    expect((await issue(other.id)).number).toBe('01/PTC-SKHCN');
    const found = await read((tx) => letterByNumber(tx, DEMO_AUTHORITY.id, '01/skhcn-qlcn', 2025));
    expect(found.id).toBe(first.id);
    expect((await read((tx) => letterByNumber(tx, DEMO_AUTHORITY.id, '01/SKHCN-QLCN'))).id).toBe(second.id);
    await expect(read((tx) => letterByNumber(tx, DEMO_AUTHORITY.id, '999/SKHCN-QLCN'))).rejects.toMatchObject(
      { code: 'not_found' },
    );
    await expect(read((tx) => letterByNumber(tx, DEMO_AUTHORITY.id, 'xin chào'))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('keeps the issued bytes, their hash and the number together, and says so in the log', async () => {
    const letter = await issue((await draft('intended_refusal')).id);
    const stored = await readFile(join(folder, letter.storageKey ?? ''));
    expect(sha256(stored)).toBe(letter.sha256);
    expect(stored.length).toBe(letter.size);
    const opened = await read((tx) => openIssuedLetter(tx, store, letter.id));
    expect(Buffer.concat((await opened.file.stream.toArray()) as Buffer[]).equals(stored)).toBe(true);
    expect(opened.fileName).toBe(`${letter.number?.replace('/', '-')}.pdf`);
    const [entry] = await runAs(
      db.superuser,
      `SELECT facts FROM audit_entry WHERE action = 'letter.issued' AND subject_id = $1`,
      [letter.id],
    );
    expect(entry?.['facts']).toMatchObject({
      sha256: letter.sha256,
      number: letter.number,
      issuedOn: '2026-07-15',
    });
  });

  it('says when stored bytes were tampered with instead of giving them out', async () => {
    const letter = await issue((await draft('discontinuance')).id);
    await writeFile(join(folder, letter.storageKey ?? ''), '%PDF-forged %%EOF');
    await expect(read((tx) => openIssuedLetter(tx, store, letter.id))).rejects.toMatchObject({
      code: 'stored_bytes_lost',
    });
  });

  it('prints the tracking secret and stores it nowhere', async () => {
    const { id } = await draft('receipt');
    const letter = await issue(id, TODAY, { trackingSecret: 'K7QF-9M2D-XW4T' });
    expect(JSON.stringify(await read((tx) => letterData(tx, id)))).not.toContain('K7QF');
    const other = await issue((await draft('receipt')).id, TODAY, { trackingSecret: 'AAAA-BBBB-CCCC' });
    expect(other.sha256).not.toBe(letter.sha256);
    const rows = await runAs(
      db.superuser,
      `SELECT count(*)::int AS n FROM audit_payload WHERE payload::text LIKE '%K7QF%'`,
    );
    expect(rows[0]?.['n']).toBe(0);
  });

  it.each([
    `UPDATE letter SET number = 999 WHERE id = $1`,
    `UPDATE letter SET sha256 = repeat('0', 64) WHERE id = $1`,
    `UPDATE letter SET storage_key = 'elsewhere' WHERE id = $1`,
    `UPDATE letter SET draft_data = '{}' WHERE id = $1`,
    `UPDATE letter SET issued_on = issued_on - 1 WHERE id = $1`,
    `UPDATE letter SET signed_name = 'Somebody' WHERE id = $1`,
    `UPDATE letter SET status = 'void' WHERE id = $1`,
    `UPDATE letter SET dossier_id = dossier_id, kind = 'receipt' WHERE id = $1`,
  ])('the database itself refuses: %s', async (sql) => {
    tamperedWith ??= await issue((await draft('discontinuance')).id);
    const letter = tamperedWith;
    for (const role of [db.app, db.owner]) {
      const error: unknown = await runAs(role, sql, [letter.id]).catch((reason: unknown) => reason);
      expect(violatedConstraint(error)).toBe('letter_keeps_issued');
    }
    expect(await read((tx) => letterById(tx, letter.id))).toEqual(letter);
  });

  it('never lets a letter be deleted, and the application not even try', async () => {
    const letter = await issue((await draft('discontinuance')).id);
    await expect(runAs(db.app, 'DELETE FROM letter WHERE id = $1', [letter.id])).rejects.toMatchObject({
      code: '42501',
    });
    const error: unknown = await runAs(db.owner, 'DELETE FROM letter WHERE id = $1', [letter.id]).catch(
      (reason: unknown) => reason,
    );
    expect(violatedConstraint(error)).toBe('letter_keeps_issued');
  });

  it('issues a draft once, whoever comes second is told so', async () => {
    const { id } = await draft('return_notice');
    const results = await Promise.allSettled([issue(id), issue(id)]);
    const refused = results.find((result) => result.status === 'rejected');
    expect(results.filter((result) => result.status === 'fulfilled').length).toBe(1);
    expect(refused?.reason).toMatchObject({ code: 'letter_already_issued' });
    await expect(read((tx) => previewLetter(tx, id))).rejects.toMatchObject({
      code: 'letter_already_issued',
    });
  });

  it('changes a draft only in the revision that was seen, and never an issued or discarded one', async () => {
    const { id, revision } = await draft('return_notice');
    const redraft = (seen: number) =>
      unitOfWork.run(clerk, (tx) =>
        redraftLetter(tx, { letterId: id, revision: seen, data: SAMPLES.return_notice }),
      );
    expect((await redraft(revision)).revision).toBe(revision + 1);
    await expect(redraft(revision)).rejects.toMatchObject({ code: 'stale_revision' });
    await expect(issue(id, TODAY, { revision })).rejects.toMatchObject({ code: 'stale_revision' });
    await unitOfWork.run(clerk, (tx) => discardDraft(tx, { letterId: id, revision: revision + 1 }));
    await expect(redraft(revision + 2)).rejects.toMatchObject({ code: 'letter_void' });
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter_void' });
  });

  it('refuses by name what cannot be issued', async () => {
    const { id } = await draft('decision');
    await expect(issue(id, civilDate('2026-07-16'))).rejects.toMatchObject({
      code: 'letter_date_impossible',
    });
    await expect(read((tx) => openIssuedLetter(tx, store, id))).rejects.toMatchObject({
      code: 'letter_not_issued',
    });
    const bare = await unitOfWork.run(clerk, async (tx) => {
      const { dossierId } = await letterById(tx, id);
      return draftLetter(tx, {
        dossierId,
        kind: 'decision',
        round: 1,
        data: { ...SAMPLES.decision, addressees: [], conditions: [] },
      });
    });
    await expect(issue(bare.id)).rejects.toMatchObject({
      code: 'letter_incomplete',
      details: { missing: ['addressees', 'conditions'] },
    });
    const missing = '00000000-0000-4000-8000-00000000dead';
    await expect(issue(missing)).rejects.toMatchObject({ code: 'not_found' });
    await expect(draft('decision', missing)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('dates no letter before its draft, before the last one of the register, or after today', async () => {
    const [early, late, other] = await onDay('2027-03-01', async () => [
      await draft('supplement_request'),
      await draft('supplement_request'),
      await draft('receipt'),
    ]);
    const on = (letterId: string, day: string) =>
      onDay('2027-03-10', () => issue(letterId, civilDate(day), { trackingSecret: 'A' }));
    const impossible = (earliest: string) => ({
      code: 'letter_date_impossible',
      details: { earliest, latest: '2027-03-10' },
    });
    await expect(on(early.id, '2027-02-28')).rejects.toMatchObject(impossible('2027-03-01'));
    await expect(on(early.id, '2027-03-11')).rejects.toMatchObject(impossible('2027-03-01'));
    expect((await on(early.id, '2027-03-05')).number).toBe('01/PYC-SKHCN');
    await expect(on(late.id, '2027-03-04')).rejects.toMatchObject(impossible('2027-03-05'));
    expect((await on(other.id, '2027-03-04')).number).toBe('01/GTN-SKHCN');
    expect((await on(late.id, '2027-03-05')).number).toBe('02/PYC-SKHCN');
  });

  it('lets nobody but the person who decided sign, where that is asked', async () => {
    const { id } = await draft('discontinuance');
    await expect(issue(id, TODAY, { onlySigner: 'Võ Hữu Nghĩa' })).rejects.toMatchObject({
      code: 'signer_is_not_decider',
      details: { decider: 'Võ Hữu Nghĩa' },
    });
    expect((await issue(id, TODAY, { onlySigner: 'nguyễn  thị PHƯỢNG' })).signedName).toBe(
      'Nguyễn Thị Phượng',
    );
  });

  it('issues a letter with a foreign name, and says how many characters stand as [?]', async () => {
    const dossierId = await dossier();
    const named = { ...SAMPLES.return_notice.dossier, projectName: 'Nhà máy 华新 (Huaxin)' };
    const { id } = await unitOfWork.run(clerk, (tx) =>
      draftLetter(tx, {
        dossierId,
        kind: 'return_notice',
        round: 1,
        data: { ...SAMPLES.return_notice, dossier: named },
      }),
    );
    const { letter, unprintable } = await issueWhole(id);
    expect(letter.status).toBe('issued');
    expect(unprintable).toBeGreaterThanOrEqual(2);
    const [entry] = await runAs(
      db.superuser,
      `SELECT facts FROM audit_entry WHERE action = 'letter.issued' AND subject_id = $1`,
      [id],
    );
    expect(entry?.['facts']).toMatchObject({ unprintable });
    expect((await issueWhole((await draft('return_notice')).id)).unprintable).toBe(0);
  });

  it('stores no byte of a rehearsed letter', async () => {
    const { id } = await draft('return_notice');
    const files = async () => (await readdir(folder, { recursive: true })).sort();
    const before = await files();
    const rehearsed = await unitOfWork.rehearse(clerk, (tx) =>
      issueLetter(tx, {
        letterId: id,
        signedBy: IMPRINT.signedBy,
        issuedOn: TODAY,
        store,
        rehearsed: true,
      }),
    );
    expect(await files()).toEqual(before);
    const issued = await issue(id);
    expect(issued).toMatchObject({ number: rehearsed.letter.number, sha256: rehearsed.letter.sha256 });
    expect((await files()).length).toBeGreaterThan(before.length);
  });

  it('previews a draft without a number or a stored byte', async () => {
    const { id } = await draft('decision');
    const pdf = await read((tx) => previewLetter(tx, id));
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(await read((tx) => letterById(tx, id))).toMatchObject({
      status: 'draft',
      number: null,
      storageKey: null,
    });
  });

  it('marks what decisions are worth, keeps their bytes, and knows no way back from replaced', async () => {
    const dossierId = await dossier();
    const first = await issue((await draft('decision', dossierId)).id);
    clock.advance(1);
    await issue((await draft('discontinuance', dossierId)).id);
    clock.advance(1);
    const mark = (validity: 'under_review' | 'confirmed' | 'recalled') =>
      unitOfWork.run(clerk, (tx) => markLetters(tx, dossierId, validity));
    expect((await mark('under_review')).map(({ id }) => id)).toEqual([first.id]);
    expect((await mark('confirmed')).map(({ validity }) => validity)).toEqual(['confirmed']);
    expect(await mark('confirmed')).toEqual([]);
    const second = await issue((await draft('decision', dossierId, first.id)).id);
    const letters = await read((tx) => lettersOf(tx, dossierId));
    expect(letters.map(({ kind, validity }) => [kind, validity])).toEqual([
      ['decision', 'replaced'],
      ['discontinuance', 'valid'],
      ['decision', 'valid'],
    ]);
    expect(second.replaces).toBe(first.id);
    expect(letters[0]).toMatchObject({ sha256: first.sha256, number: first.number });
    expect((await mark('recalled')).map(({ id }) => id)).toEqual([second.id]);
  });

  it('takes the day of Viet Nam for today, also at night', async () => {
    clock.set(new Date('2026-07-15T18:30:00.000Z'));
    try {
      expect((await issue((await draft('return_notice')).id, civilDate('2026-07-16'))).issuedOn).toBe(
        '2026-07-16',
      );
    } finally {
      clock.set(new Date('2026-07-15T02:00:00.000Z'));
    }
  });
});
