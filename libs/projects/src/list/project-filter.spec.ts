import { describe, expect, it } from '@jest/globals';
import { QueryReader, type RawQuery } from '#dossiers';
import { FILTER_NAMES, filterQuery, readFilter } from './project-filter.js';

const read = (raw: RawQuery) => readFilter(new QueryReader(raw, new Set(FILTER_NAMES)));
const rawOf = (query: string): RawQuery => {
  const raw: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) raw[name] = [...(raw[name] ?? []), value];
  return raw;
};

function refusalOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('the filter of the register', () => {
  it.each([
    '',
    'standing=missed&standing=none',
    'followed=not_followed&late=false&sector=C23&sector=10',
    'division=none&capitalOrigin=fdi&capitalOrigin=none&commune=06733&authority=province_chair',
    'source=import&import=7d444840-9dc0-11d1-b245-5ffdce74fad2&taxCode=5709900011-001',
    'dateBasis=decided&from=2026-01-01&to=2026-03-31&undated=true&awaiting=match&duplicates=true&q=g%E1%BA%A1ch+%26+ng%C3%B3i',
  ])('%s is read and written again', (query) => expect(filterQuery(read(rawOf(query)))).toBe(query));

  it.each([
    [{ standing: 'happy' }, 'standing'],
    [{ followed: 'yes' }, 'followed'],
    [{ late: '1' }, 'late'],
    [{ sector: "C%' OR" }, 'sector'],
    [{ division: '233' }, 'division'],
    [{ commune: '1' }, 'commune'],
    [{ import: 'x' }, 'import'],
    [{ taxCode: '12' }, 'taxCode'],
    [{ dateBasis: 'entered' }, 'dateBasis'],
    [{ from: '2026-02-30' }, 'from'],
    [{ awaiting: 'godot' }, 'awaiting'],
    [{ duplicates: 'maybe' }, 'duplicates'],
    [{ colour: 'red' }, 'colour'],
  ])('%j is refused by its name', (raw, parameter) =>
    expect(refusalOf(() => read(raw as unknown as RawQuery))).toMatchObject({
      code: 'list_query_invalid',
      details: { parameter },
    }),
  );
});
