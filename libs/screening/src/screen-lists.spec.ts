import { type Confirmation } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { lawSetFromPacks } from '../../../test/support/law-set-from-packs.js';
import { ON, find, input } from '../../../test/support/screening-inputs.js';
import { screen } from './screen.js';

type Row = ScreeningLaw['lists']['rows'][number];

describe('lists and people', () => {
  const facts = { lines: [{ id: 'l', technologyName: 'xi măng lò quay phương pháp ướt' }] };
  const confirmed = (by: string[], more: Partial<Confirmation> = {}): Confirmation[] => [
    { lineId: 'l', list: 'prohibited', code: 'C11', decision: 'confirmed', by, ...more },
  ];
  it.each([
    [[], 'open', false],
    [confirmed(['a']), 'awaiting_second_person', false],
    [confirmed(['a', 'a']), 'awaiting_second_person', false],
    [[...confirmed(['a']), ...confirmed(['b'])], 'confirmed', true],
    [confirmed(['a', 'b']), 'confirmed', true],
    [
      [
        ...confirmed(['a', 'b'], { at: '2026-06-01' }),
        ...confirmed(['c'], { decision: 'rejected', at: '2026-06-02' }),
      ],
      'rejected',
      false,
    ],
    [[...confirmed(['a', 'b']), ...confirmed(['c'], { decision: 'rejected' })], 'open', false],
  ])('confirmations %j leave the candidate %s', async (confirmations, decision, blocking) => {
    const result = await screen(input(facts, { confirmations }));
    expect(result.candidates.find(({ code }) => code === 'C11')?.decision).toBe(decision);
    expect(result.blocking).toBe(blocking);
  });
  it('a row that a person found counts though the matcher did not propose it', async () => {
    const other = { lines: [{ id: 'l', technologyName: 'dây chuyền X' }] };
    expect((await screen(input(other, { confirmations: confirmed(['a', 'b']) }))).blocking).toBe(true);
  });
  it('a code that stands in no loaded list blocks nothing but is told', async () => {
    const result = await screen(input(facts, { confirmations: confirmed(['a', 'b'], { code: 'Z99' }) }));
    expect(result.blocking).toBe(false);
    expect(result.notices.map(({ code }) => code)).toContain('confirmed_code_not_loaded');
  });
  describe('one technology in two versions', () => {
    const base = lawSetFromPacks('opinion', ON, 'demonstration');
    const old = base.lists.rows.find(({ code }) => code === 'C11');
    if (!old) throw new Error('no row C11');
    const inForce: Row = {
      ...old,
      ...{ versionId: 'ND-101-2026', list: 'encouraged' as const, code: 'K99', reference: false },
      ...{ validFrom: '2026-04-01' as CivilDate, validTo: null, verification: 'text_read' as const },
    };
    const lawSet = (row: Row): ScreeningLaw => ({
      ...base,
      lists: {
        versions: base.lists.versions.map((version) => ({ ...version, loaded: true })),
        rows: [...base.lists.rows, row],
      },
    });
    const screened = (row: Row) =>
      screen({ ...input(facts, { confirmations: confirmed(['a', 'b']) }), lawSet: lawSet(row) });

    it('the version in force wins, the other stays visible as advice', async () => {
      const result = await screened(inForce);
      expect(result.blocking).toBe(false);
      const byCode = (code: string) => result.candidates.find((one) => one.code === code);
      expect(byCode('K99')?.standing).toBe('acts');
      expect(byCode('C11')).toMatchObject({
        standing: 'advice',
        supersededBy: 'ND-101-2026',
        decision: 'confirmed',
      });
      const finding = find(result.findings, 'list.prohibited');
      expect(finding).toMatchObject({ verdict: 'inconclusive', severity: 'review' });
      expect(finding.notes).toEqual(['confirmed_row_is_advice', 'superseded_by_version_in_force']);
      expect(result.notices).toContainEqual({
        code: 'candidate_superseded',
        params: { line: 'l', list: 'prohibited', code: 'C11', version: 'ND-120-2014', by: 'ND-101-2026' },
      });
    });
    it('another technology, a draft or a row out of force takes nothing away', async () => {
      const others = [
        { ...inForce, nameVi: 'Thu hồi nhiệt thải xi măng', synonyms: old.synonyms },
        { ...inForce, verification: 'memory' as const, state: 'draft' as const },
        { ...inForce, validTo: '2026-06-30' as CivilDate },
      ];
      for (const row of others) expect((await screened(row)).blocking).toBe(true);
    });
  });
  it('with the list in force loaded, an undecided candidate keeps L-4 open and a rejected one does not', async () => {
    const base = lawSetFromPacks('opinion', ON, 'demonstration');
    const versions = base.lists.versions.map((version) => ({ ...version, loaded: true }));
    const lawSet: ScreeningLaw = { ...base, lists: { ...base.lists, versions } };
    const line = { id: 'l', condition: 'used' as const, technologyName: 'xi măng lò quay phương pháp ướt' };
    const verdict = async (confirmations: Confirmation[]) =>
      find((await screen({ ...input({ lines: [line] }), lawSet, confirmations })).findings, 'used.line.lists')
        .verdict;
    expect(await verdict([])).toBe('inconclusive');
    expect(await verdict(confirmed(['a'], { decision: 'rejected' }))).toBe('met');
  });
});
