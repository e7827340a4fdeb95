import { type Confirmation } from '#contracts';
import { type ScreeningLaw } from '#law';
import { lawSetFromPacks } from '../../../test/support/law-set-from-packs.js';
import { ON, find, input } from '../../../test/support/screening-inputs.js';
import { screen } from './screen.js';

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
