import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type VerificationReport } from '#audit';
import { filesFolder, knownCheckpointsOf, linesOf, verifyCommand } from './verify.command.js';

const sound: VerificationReport = {
  ok: true,
  chains: 2,
  entries: 12,
  checkpoints: 1,
  uncovered: 3,
  batches: 4,
  uncoveredBatches: 1,
  erased: 1,
  steps: 5,
  files: 2,
  firstBad: null,
  faults: [],
  faultCount: 0,
};

describe('verify', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'techgate-verify-'));
    const { publicKey } = generateKeyPairSync('ed25519');
    await writeFile(join(folder, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    await writeFile(join(folder, 'text.json'), 'no json');
    await writeFile(join(folder, 'other.json'), '{"format":"x"}');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (name: string) => join(folder, name);

  it('says how much was checked', () => {
    expect(linesOf(sound).join('\n')).toContain(
      '12 entries in 2 chains, 1 checkpoints, 3 entries not yet covered',
    );
    expect(linesOf(sound).join('\n')).toContain(
      '5 steps of dossiers, 2 files, 4 batches of reads (1 not yet covered)',
    );
    expect(linesOf(sound).at(-1)).toMatch(/^VERIFIED/);
  });

  it('names the first bad place', () => {
    const entry = { chainId: 'c-1', seq: 4, checkpoint: null, reason: 'gap' as const };
    const bad = { ...sound, ok: false, faults: [entry], firstBad: entry, faultCount: 2 };
    expect(linesOf(bad).at(-1)).toBe('NOT VERIFIED: first bad: chain c-1, entry 4: gap (2 faults in all)');
    const lost = {
      chainId: 'c-1',
      seq: null,
      checkpoint: null,
      reason: 'file_missing' as const,
      detail: 'letter l-1',
    };
    expect(linesOf({ ...bad, firstBad: lost }).at(-1)).toContain(
      'first bad: chain c-1, letter l-1: file_missing',
    );
    const anchor = { chainId: null, seq: null, checkpoint: 3, reason: 'signature_invalid' as const };
    expect(linesOf({ ...bad, firstBad: anchor }).at(-1)).toContain(
      'first bad: checkpoint 3: signature_invalid',
    );
  });

  it('answers 1 for a file that is no export, without any database', async () => {
    const lines: string[] = [];
    const code = await verifyCommand(['--export', at('other.json'), '--key', at('key.pem')], (line) =>
      lines.push(line),
    );
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain('/format: file_malformed');
  });

  it.each<[string, () => string[], string]>([
    ['no key', () => ['--export', at('other.json')], 'needs --key'],
    ['a missing file', () => ['--export', at('none.json'), '--key', at('key.pem')], 'cannot be read'],
    ['no JSON', () => ['--export', at('text.json'), '--key', at('key.pem')], 'is no JSON file'],
    ['no PEM', () => ['--export', at('other.json'), '--key', at('other.json')], 'no public key in PEM form'],
    ['an unknown option', () => ['--exprot', 'x'], 'verify --help'],
  ])('says what to do about %s', async (_what, args, message) => {
    await expect(verifyCommand(args(), () => undefined)).rejects.toThrow(message);
  });

  describe('what lies outside of the database', () => {
    const checkpoint = { number: 1, signature: 'x' };
    const line = JSON.stringify(checkpoint);
    const known = async (named: string[] | undefined, dataDir = folder) => {
      const lines: string[] = [];
      const found = await knownCheckpointsOf(named, { keyFolder: null, dataDir }, (text) => lines.push(text));
      return { found, lines };
    };

    it('is a file of checkpoints or a single one, with what cannot be read counted', async () => {
      await writeFile(at('known.jsonl'), `${line}\n{"number":\n`);
      expect(await known([line])).toEqual({ found: [checkpoint], lines: [] });
      const { found, lines } = await known([at('known.jsonl'), line]);
      expect(found).toEqual([checkpoint, checkpoint]);
      expect(lines).toEqual([`1 lines of ${at('known.jsonl')} hold no checkpoint and are passed over.`]);
    });

    it('is the file beside the key unless named, and says so when there is none', async () => {
      expect((await known(undefined)).lines).toEqual([expect.stringContaining('is not noticed')]);
      await mkdir(at('keys'));
      await writeFile(join(folder, 'keys', 'checkpoints.jsonl'), `${line}\n`);
      expect(await known(undefined)).toEqual({ found: [checkpoint], lines: [] });
    });

    it('refuses a file without a checkpoint, and one that is not there', async () => {
      await expect(known([at('other.json')])).rejects.toThrow('holds no checkpoint');
      await expect(known([at('none.jsonl')])).rejects.toThrow('--checkpoint: ');
    });

    it('takes the named folder of files, else the own one where it exists', async () => {
      const own = { storageFolder: null, dataDir: folder };
      expect(filesFolder(undefined, own)).toBeNull();
      await mkdir(at('storage'));
      expect(filesFolder(undefined, own)).toBe(at('storage'));
      expect(filesFolder(folder, own)).toBe(folder);
      expect(filesFolder(undefined, { ...own, storageFolder: folder })).toBe(folder);
      expect(() => filesFolder(at('key.pem'), own)).toThrow('is no folder');
    });
  });
});
