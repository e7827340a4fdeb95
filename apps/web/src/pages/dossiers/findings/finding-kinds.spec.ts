import { describe, expect, it } from '@jest/globals';
import { type FindingView } from '../dossier.types.js';
import { countOf, groupBySubject, groupsShown, kindOf, tallyOf } from './finding-kinds.js';

const finding = (part: Partial<FindingView>) =>
  ({
    verdict: 'met',
    severity: 'blocking',
    overturned: false,
    subject: { kind: 'line', id: 'l' },
    ...part,
  }) as FindingView;
const breached = finding({ verdict: 'breached', subject: { kind: 'equipment', id: 'm' } });
const FACTS = { lines: [{ id: 'l', name: 'Lò đứng' }], equipment: [{ id: 'm', name: 'Máy ép' }] };

describe('what a finding asks of its reader', () => {
  it('is told by verdict, severity and whether two people overturned it', () => {
    expect(kindOf(breached)).toBe('refuses');
    expect(kindOf({ ...breached, severity: 'review' })).toBe('weigh');
    // Being on the list of encouraged technologies is good news.
    expect(kindOf({ ...breached, severity: 'info' })).toBe('info');
    expect(kindOf({ ...breached, overturned: true })).toBe('passes');
    expect(kindOf(finding({ verdict: 'inconclusive' }))).toBe('answer');
    expect(kindOf(finding({ verdict: 'not_applicable' }))).toBe('not_applicable');
  });
  it('is counted, with what needs attention together', () => {
    const tally = tallyOf([breached, finding({}), finding({ verdict: 'inconclusive' })]);
    expect(tally).toMatchObject({ refuses: 1, answer: 1, passes: 1, weigh: 0 });
    expect(countOf(tally, 'attention')).toBe(2);
    expect(countOf(tally, 'passes')).toBe(1);
  });
});

describe('findings by subject', () => {
  it('show the worst subject first, and its worst finding first', () => {
    const groups = groupBySubject([finding({}), finding({ ...breached, verdict: 'met' }), breached], FACTS);
    expect(groups.map(({ name }) => name)).toEqual(['Máy ép', 'Lò đứng']);
    expect(groups[0]?.findings.map(kindOf)).toEqual(['refuses', 'passes']);
  });
  it('are narrowed by kind and by name, without regard to marks', () => {
    const groups = groupBySubject([finding({}), breached], FACTS);
    expect(groupsShown(groups, 'attention', '').map(({ id }) => id)).toEqual(['m']);
    expect(groupsShown(groups, 'passes', 'LO DUNG').map(({ id }) => id)).toEqual(['l']);
    expect(groupsShown(groups, 'passes', 'máy')).toEqual([]);
  });
  it('stay in the order of the screening among equals, for thousands of machines', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      finding({ subject: { kind: 'equipment', id: `m${index}` } }),
    );
    expect(groupBySubject(many, {}).map(({ id }) => id)).toEqual(many.map(({ subject }) => subject.id));
  });
});
