import fc from 'fast-check';
import { type CivilDate } from '#kernel';
import { drawn } from '../../../../test/support/seed.js';
import { factPathsOf } from './fact-paths.js';
import { normaliseFacts, orderFacts } from './normalise-facts.js';
import { factsFaults } from './validate-facts.js';

const faults = (facts: unknown) =>
  factsFaults(facts, { currentYear: 2026, today: '2026-07-01' as CivilDate }).map(
    ({ kind, pointer, code }) => `${kind} ${pointer} ${code}`,
  );

describe('facts', () => {
  it.each([
    [null, 'shape  wrong_type'],
    [[], 'shape  wrong_type'],
    [{ confirmations: [] }, 'shape /confirmations unknown_field'],
    [{ lines: [{ 'a/b~': 1 }] }, 'shape /lines/0/a~1b~0 unknown_field'],
    [{ lines: {} }, 'shape /lines wrong_type'],
    [{ lines: [{ condition: 'old' }] }, 'shape /lines/0/condition not_allowed'],
    [{ lines: [{ name: 'a\u0000' }] }, 'shape /lines/0/name control_character'],
    [{ lines: [{ name: 'x'.repeat(301) }] }, 'shape /lines/0/name too_long'],
    [{ equipment: Array.from({ length: 2001 }, () => ({})) }, 'shape /equipment too_many'],
    [{ lines: [{ actualCapacityPct: {} }] }, 'shape /lines/0/actualCapacityPct/value required'],
    [
      { lines: [{ actualCapacityPct: { value: 1000.1 } }] },
      'impossible /lines/0/actualCapacityPct/value out_of_range',
    ],
    [
      { lines: [{ actualCapacityPct: { value: -1 } }] },
      'impossible /lines/0/actualCapacityPct/value out_of_range',
    ],
    [
      { lines: [{ actualCapacityPct: { value: 1, uncertainty: -1 } }] },
      'impossible /lines/0/actualCapacityPct/uncertainty out_of_range',
    ],
    [
      { lines: [{ actualCapacityPct: { value: 1.0000001 } }] },
      'impossible /lines/0/actualCapacityPct/value too_many_decimals',
    ],
    [
      { lines: [{ designCapacity: { value: 1e13, unit: 't' } }] },
      'impossible /lines/0/designCapacity/value out_of_range',
    ],
    [
      { lines: [{ designCapacity: { value: -1, unit: 't' } }] },
      'impossible /lines/0/designCapacity/value out_of_range',
    ],
    [{ equipment: [{ yearMade: 2027 }] }, 'impossible /equipment/0/yearMade year_in_future'],
    [
      { equipment: [{ yearMade: 2020, plannedArrivalYear: 2019 }] },
      'impossible /equipment/0/plannedArrivalYear arrival_before_made',
    ],
    [{ equipment: [{ hsCode: '84771' }] }, 'impossible /equipment/0/hsCode hs_digits'],
    [{ equipment: [{ hsCode: '7701' }] }, 'impossible /equipment/0/hsCode hs_chapter'],
    [{ equipment: [{ hsCode: '0001' }] }, 'impossible /equipment/0/hsCode hs_chapter'],
    [{ equipment: [{ hsCode: '9801' }] }, 'impossible /equipment/0/hsCode hs_chapter'],
    [{ equipment: [{ country: 'TQ' }] }, 'impossible /equipment/0/country no_such_country'],
    [{ equipment: [{ country: 'tq' }] }, 'impossible /equipment/0/country bad_code'],
    [{ equipment: [{ lineRef: 'nowhere' }] }, 'impossible /equipment/0/lineRef no_such_line'],
    [{ lines: [{ id: 'a' }, { id: 'a' }] }, 'impossible /lines/1/id duplicate_id'],
    [
      { evidence: [{ kind: 'x', covers: ['lines[0].trl'] }] },
      'impossible /evidence/0/covers/0 path_names_nothing',
    ],
    [
      { lines: [{}], evidence: [{ kind: 'x', covers: ['lines[0].nonsense'] }] },
      'impossible /evidence/0/covers/0 path_names_nothing',
    ],
    [
      { evidence: [{ kind: 'x', covers: [], issuedOn: '2026-02-30' }] },
      'impossible /evidence/0/issuedOn no_such_day',
    ],
    [
      { evidence: [{ kind: 'x', covers: [], issuedOn: '2026-07-02' }] },
      'impossible /evidence/0/issuedOn issued_in_future',
    ],
    [
      { equipment: [{ certificate: { number: '1', body: 'b', issuedOn: '2026-07-02' } }] },
      'impossible /equipment/0/certificate/issuedOn issued_in_future',
    ],
  ])('%j is refused: %s', (facts, expected) => expect(faults(facts)).toEqual([expected]));

  it('that are whole are accepted', () => {
    const facts = {
      lines: [{ name: 'A', actualCapacityPct: { value: 84.9, uncertainty: 0 } }],
      equipment: [{ hsCode: '8477.10.39', lineRef: 'line-1', yearMade: 2026, plannedArrivalYear: 2026 }],
      evidence: [
        { kind: 'inspection_certificate', covers: ['lines[0].actualCapacityPct'], issuedOn: '2026-05-01' },
      ],
      sources: { 'equipment[0].yearMade': { documentId: 'd', page: 3 } },
    };
    expect(faults(facts)).toEqual([]);
  });
  it('of today are possible, and without a today no day of issue is judged', () => {
    const issued = (issuedOn: string) => ({ evidence: [{ kind: 'x', covers: [], issuedOn }] });
    expect(faults(issued('2026-07-01'))).toEqual([]);
    expect(factsFaults(issued('2999-01-01'), { currentYear: null })).toEqual([]);
  });
  it('of any JSON never throw', () => {
    const keys = fc.constantFrom(
      'lines',
      'equipment',
      'evidence',
      'sources',
      'covers',
      'id',
      'hsCode',
      '__proto__',
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.array(fc.dictionary(keys, fc.jsonValue())))),
    );
    fc.assert(
      fc.property(value, (facts) => Array.isArray(faults(facts))),
      drawn(),
    );
  });
  it('get ids by position, and paths by id; twice is once', () => {
    const facts = {
      lines: [{ name: 'A' }, { id: 'line-1', name: 'B' }],
      equipment: [{ lineRef: '1' }],
      evidence: [{ kind: 'x', covers: ['lines[1].name', 'lines[0].name'] }],
      sources: { 'equipment[0].name': { documentId: 'd' } },
    };
    const once = normaliseFacts(facts);
    expect(once.lines?.map(({ id }) => id)).toEqual(['line-3', 'line-1']);
    expect(once.equipment).toEqual([{ id: 'equipment-1', lineRef: 'line-1' }]);
    expect(once.evidence?.[0]?.covers).toEqual(['lines[line-1].name', 'lines[line-3].name']);
    expect(Object.keys(once.sources ?? {})).toEqual(['equipment[equipment-1].name']);
    expect(normaliseFacts(once)).toEqual(once);
    expect(orderFacts(once).lines?.map(({ id }) => id)).toEqual(['line-1', 'line-3']);
    expect(factPathsOf(once)).toEqual([
      'equipment[equipment-1].lineRef',
      'lines[line-1].name',
      'lines[line-3].name',
    ]);
  });
});
