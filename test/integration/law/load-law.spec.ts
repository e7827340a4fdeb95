import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Refusal } from '#kernel';
import { loadAllPacks, type PackFault } from '#law';
import { loadLaw, ProvenLaw } from '#dossiers';

const SHIPPED = fileURLToPath(new URL('../../../libs/law/packs', import.meta.url));
const LINE = 'used-2019/screening/used-line.json';
const MACHINE = 'used-2019/screening/used-machine.json';
const OUTDATED = 'inv-2026/screening/outdated.json';
const CERTIFICATE = 'det-2023/screening/determination-certificate.json';
interface Change {
  file: string;
  swaps: [from: string, to: string][];
  /** A golden case that depends on nothing else that is changed beside it. */
  golden: string;
}
const change = (file: string, golden: string, ...swaps: Change['swaps']): Change => ({ file, golden, swaps });

describe('the law as it is loaded', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'techgate-packs-'));
    cpSync(SHIPPED, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function swapIn(folderOf: string, { file, swaps }: Change): void {
    const path = join(folderOf, file);
    const before = readFileSync(path, 'utf8');
    const after = swaps.reduce((text, [from, to]) => text.replaceAll(from, to), before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }
  /** Ids of the golden cases that refuse the law with these changes; the files are put back. */
  async function refusingCases(changes: Change[]): Promise<string[]> {
    for (const one of changes) swapIn(folder, one);
    try {
      await loadLaw(folder);
      return [];
    } catch (error) {
      const { code, details } = error as Refusal;
      const faults = (details as { faults: PackFault[] }).faults;
      const codes = new Set(faults.map((fault) => fault.code));
      expect([code, ...codes]).toEqual(['pack_refused', 'golden_case_failed']);
      return [...new Set(faults.map(({ place }) => place))];
    } finally {
      for (const { file } of changes) cpSync(join(SHIPPED, file), join(folder, file));
    }
  }

  it('is whole', async () => expect((await loadLaw(folder)).length).toBeGreaterThanOrEqual(10));

  it('is refused, with file and place, when a difference leaves a procedure that is none', async () => {
    const file = 'inv-2026/procedures/appraisal.json';
    swapIn(folder, change(file, '', ['"approved": {', '"approved": { "tags": ["decided"],']));
    const refused = await loadLaw(folder).catch((error: unknown) => error as Refusal);
    cpSync(join(SHIPPED, file), join(folder, file));
    const { code, details } = refused as Refusal;
    expect(code).toBe('pack_refused');
    expect((details as { faults: PackFault[] }).faults).toContainEqual(
      expect.objectContaining({ file, place: expect.stringContaining('states.approved') }),
    );
  });

  const certificate = change(CERTIFICATE, 'cert-01', ['"out_months": "12"', '"out_months": "24"']);

  it('is loaded without its golden cases only where they held before, and a law that failed never did', async () => {
    const proofs = join(folder, '..', `${basename(folder)}-proofs`);
    const [proven, elsewhere] = [new ProvenLaw(proofs, 'one'), new ProvenLaw(proofs, 'two')];
    swapIn(folder, certificate);
    try {
      await expect(loadLaw(folder, proven)).rejects.toMatchObject({ code: 'pack_refused' });
      await expect(loadLaw(folder, proven)).rejects.toMatchObject({ code: 'pack_refused' });
      // As if it had held, which it did not: only so can it be seen that nothing was run.
      await proven.remember(loadAllPacks(folder));
      expect((await loadLaw(folder, proven)).length).toBeGreaterThanOrEqual(10);
      await expect(loadLaw(folder, elsewhere)).rejects.toMatchObject({ code: 'pack_refused' });
    } finally {
      cpSync(join(SHIPPED, certificate.file), join(folder, certificate.file));
    }
    await expect(loadLaw(folder, elsewhere)).resolves.toBeDefined();
    expect([await elsewhere.holds(loadAllPacks(folder)), await proven.holds(loadAllPacks(folder))]).toEqual([
      true,
      false,
    ]);
    rmSync(proofs, { recursive: true });
  });

  const capacity = change(LINE, 'used-line-01', ['"< 85"', '"< 80"'], ['">= 85"', '">= 80"']);
  it('is refused when the 85 % of used lines become 80 in both comparisons', async () =>
    expect(await refusingCases([capacity])).toEqual(
      expect.arrayContaining(['used-line-01', 'used-line-03', 'used-line-05']),
    ));
  it('is refused when certificates are good for 24 months', async () =>
    expect(await refusingCases([certificate])).toEqual(['cert-01', 'cert-04']));

  const loosened = [
    change(LINE, 'used-line-08', ['"> 15"', '"> 16"']),
    change(OUTDATED, 'out-01', ['"< 85"', '"< 84"']),
    change(MACHINE, 'used-02', ['"> 10"', '"> 11"']),
    change('inv-2026/rules.yaml', 'env-02', ['values: [I, II]', 'values: [I]']),
    change('ref/lists/memory.csv', 'own-name-ref-encouraged', [',In 3D,', ',Máy in,']),
  ];
  const tightened = [
    change(LINE, 'used-line-10', ['">= 3"', '">= 4"'], ['"< 3"', '"< 4"']),
    change(OUTDATED, 'out-12', ['"<= 15"', '"<= 14"']),
    change(MACHINE, 'used-age-8458', ['"[11..20]"', '"[11..15]"']),
    change(CERTIFICATE, 'cert-02', ['"out_months": "12"', '"out_months": "11"']),
  ];
  it.each([
    ['loosened', loosened],
    ['tightened', tightened],
  ])('is refused by a golden case for every limit that is %s', async (_how, changes) =>
    expect(await refusingCases(changes)).toEqual(expect.arrayContaining(changes.map(({ golden }) => golden))),
  );
});
