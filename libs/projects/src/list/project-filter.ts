import {
  CAPITAL_ORIGINS,
  DATE_BASES,
  type DateBasis,
  type Followed,
  FOLLOWED,
  PROJECT_AUTHORITIES,
  PROJECT_SOURCES,
  PROJECT_STANDINGS,
  type ProjectSource,
  type ProjectStanding,
} from '#contracts';
import { invalidQuery, type QueryReader } from '#dossiers';

/** What a list, a count, a figure of coverage and an export may ask for; one grammar for all. */
export interface ProjectFilter {
  standing: ProjectStanding[];
  followed: Followed[];
  /** Answered after the reply clock had run out. */
  late: boolean | null;
  /** Beginnings of the VSIC code, with or without its letter. */
  sector: string[];
  /** Two digits of the VSIC code, or its letter where no more is known; `none` where nothing is. */
  division: string[];
  capitalOrigin: string[];
  commune: string[];
  authority: string[];
  source: ProjectSource[];
  import: string | null;
  taxCode: string | null;
  /** Which day `from`, `to` and `undated` mean. */
  dateBasis: DateBasis;
  from: string | null;
  to: string | null;
  undated: boolean | null;
  /** Something that waits for a person: a proposed match or a proposed exemption. */
  awaiting: ('match' | 'exemption')[];
  duplicates: boolean;
  q: string | null;
}
export const FILTER_NAMES = [
  'standing',
  'followed',
  'late',
  'sector',
  'division',
  'capitalOrigin',
  'commune',
  'authority',
  'source',
  'import',
  'taxCode',
  'dateBasis',
  'from',
  'to',
  'undated',
  'awaiting',
  'duplicates',
  'q',
] as const satisfies (keyof ProjectFilter)[];

const among = (words: readonly string[]) => (word: string) => words.includes(word);
const like = (pattern: RegExp) => (word: string) => pattern.test(word);

function dateBasisOf(reader: QueryReader): DateBasis {
  const word = reader.single('dateBasis') ?? 'registered';
  return DATE_BASES.find((basis) => basis === word) ?? invalidQuery('dateBasis', DATE_BASES.join('|'));
}

/** Reads the filter of a query. @throws Refusal `list_query_invalid` naming the parameter */
export function readFilter(reader: QueryReader): ProjectFilter {
  return {
    standing: reader.choices('standing', among(PROJECT_STANDINGS)),
    followed: reader.choices('followed', among(FOLLOWED)),
    late: reader.optionalFlag('late'),
    sector: reader.choices('sector', like(/^(?:[A-U]|[A-U]?\d{1,5})$/)),
    division: reader.choices('division', like(/^(?:[A-U]|\d{2}|none)$/)),
    capitalOrigin: reader.choices('capitalOrigin', among([...CAPITAL_ORIGINS, 'none'])),
    commune: reader.choices('commune', like(/^(?:\d{5}|none)$/)),
    authority: reader.choices('authority', among([...PROJECT_AUTHORITIES, 'none'])),
    source: reader.choices('source', among(PROJECT_SOURCES)),
    import: reader.id('import'),
    taxCode: reader.matching('taxCode', /^\d{10}(-\d{3})?$/, 'tax_code'),
    dateBasis: dateBasisOf(reader),
    from: reader.day('from'),
    to: reader.day('to'),
    undated: reader.optionalFlag('undated'),
    awaiting: reader.choices('awaiting', among(['match', 'exemption'])),
    duplicates: reader.flag('duplicates'),
    q: reader.search('q'),
  };
}

/** The query string that asks for exactly this filter; nothing stands in it that is not needed. */
export function filterQuery(filter: ProjectFilter): string {
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filter[name];
    if (name === 'dateBasis' && value === 'registered') continue;
    for (const word of Array.isArray(value) ? value : [value])
      if (word !== null && word !== false) query.append(name, String(word));
    if (name !== 'duplicates' && value === false) query.append(name, 'false');
  }
  return query.toString();
}
