import { type EquipmentFacts, type EvidenceFacts, type LineFacts, type MeasuredPct } from '#contracts';
import { type TechnologyFacts, type Verdict } from '#contracts';

/** What the law says of one test of one line or machine, and why where it cannot say. */
export interface Naive {
  verdict: Verdict;
  because?: 'missing' | 'uncertain' | 'unproven';
}
interface Asked {
  test: string;
  /** The line or machine. */
  item: LineFacts & EquipmentFacts;
  path: string;
  facts: TechnologyFacts;
  receivedOn: string;
  determines: boolean;
}
const open = (because: Naive['because']): Naive => ({ verdict: 'inconclusive', ...(because && { because }) });
const NOT_ASKED: Naive = { verdict: 'not_applicable' };
const MACHINERY = ['84', '85'];

/** Numbers with at most six decimals, so that 85.3 - 0.3 is 85. */
const millionths = (value: number): number => Math.round(value * 1e6);
const bounds = ({ value, uncertainty = 0 }: MeasuredPct) => ({
  low: millionths(value - uncertainty),
  high: millionths(value + uncertainty),
});

/** A share that must not be below a limit: one value surely below fails, all surely not below pass. */
function atLeast(limit: number, known: readonly MeasuredPct[]): Naive {
  if (known.some((value) => bounds(value).high < millionths(limit))) return { verdict: 'breached' };
  if (known.length === 0) return open('missing');
  return known.every((value) => bounds(value).low >= millionths(limit))
    ? { verdict: 'met' }
    : open('uncertain');
}
const mirrored = ({ value, ...rest }: MeasuredPct): MeasuredPct => ({ value: -value, ...rest });
const atMost = (limit: number, known: readonly MeasuredPct[]): Naive => atLeast(-limit, known.map(mirrored));

/** Years after which a used machine is too old, and up to which one of the annex that nobody has could still pass. */
function limits(hs: string): { surely: number; perhaps: number } {
  const heading = Number(hs.slice(0, 4));
  if (hs.startsWith('841932')) return { surely: 15, perhaps: 15 };
  if (heading === 8419 && hs.length < 6) return { surely: 10, perhaps: 15 };
  const inAnnex =
    (heading >= 8439 && heading <= 8441) || (heading >= 8456 && heading <= 8463) || heading === 8465;
  return { surely: 10, perhaps: inAnnex ? 20 : 10 };
}
function age({ item }: Asked): Naive | null {
  const { condition, acquisition, hsCode, yearMade, plannedArrivalYear, lineRef } = item;
  if (lineRef !== undefined) return null;
  if ((condition !== undefined && condition !== 'used') || acquisition === 'domestic') return NOT_ASKED;
  const hs = (hsCode ?? '').replaceAll(/\D/g, '');
  if (hs !== '' && !MACHINERY.includes(hs.slice(0, 2))) return NOT_ASKED;
  if (condition === undefined || hs === '' || yearMade === undefined || plannedArrivalYear === undefined)
    return open('missing');
  const years = plannedArrivalYear - yearMade;
  const { surely, perhaps } = limits(hs);
  if (years < 0) return open(undefined);
  if (years <= surely) return { verdict: 'met' };
  return years <= perhaps ? open(undefined) : { verdict: 'breached' };
}

const isGiven = (value: MeasuredPct | undefined): value is MeasuredPct => value !== undefined;
const CAPACITY = ['actualCapacityPct', 'remainingCapacityPct', 'efficiencyPct'] as const;
const CONSUMPTION = ['consumptionOverDesignPct'] as const;
type Field = (typeof CAPACITY | typeof CONSUMPTION)[number];

/** The used line (QĐ 18/2019, art. 5): as it is declared. */
function usedLine({ item, test }: Asked): Naive {
  const { condition, acquisition, usedLineRelief } = item;
  if ((condition !== undefined && condition !== 'used') || acquisition === 'domestic') return NOT_ASKED;
  if (condition === undefined) return open('missing');
  if (usedLineRelief !== undefined) return open(undefined);
  return test === 'used.line.capacity'
    ? atLeast(85, CAPACITY.map((field) => item[field]).filter(isGiven))
    : atMost(15, CONSUMPTION.map((field) => item[field]).filter(isGiven));
}

const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
/** In a determination a value counts that an accepted certificate of the last twelve months covers. */
function proves({ kind, acceptedBy, acceptedOn, issuedOn, covers }: EvidenceFacts, path: string, on: string) {
  if (kind !== 'inspection_certificate' || !acceptedBy || !issuedOn || !covers.includes(path)) return false;
  const last = acceptedOn !== undefined && acceptedOn > on ? acceptedOn : on;
  return issuedOn <= last && yearAfter(issuedOn) >= on;
}
function outdated({ item, path, test, facts, receivedOn, determines }: Asked): Naive | null {
  if (path.startsWith('equipment')) return null;
  const fields: readonly Field[] = test === 'outdated.capacity' ? CAPACITY : CONSUMPTION;
  const given = fields.filter((field) => item[field] !== undefined);
  if (!determines && given.length === 0) return NOT_ASKED;
  const counts = (field: Field): boolean =>
    !determines ||
    (item[field]?.uncertainty !== undefined &&
      (facts.evidence ?? []).some((paper) => proves(paper, `${path}.${field}`, receivedOn)));
  const known = given
    .filter(counts)
    .map((field) => item[field])
    .filter(isGiven);
  const found = test === 'outdated.capacity' ? atLeast(85, known) : atMost(15, known);
  return found.verdict !== 'breached' && known.length < given.length ? open('unproven') : found;
}

/**
 * One finding judged a second time from the facts alone, without tables: age of machines, capacity and consumption of
 * lines; null for what is not written down here.
 */
export function naiveVerdict(asked: Asked): Naive | null {
  if (asked.test === 'used.age') return age(asked);
  if (['used.line.capacity', 'used.line.consumption'].includes(asked.test)) return usedLine(asked);
  if (['outdated.capacity', 'outdated.consumption'].includes(asked.test)) return outdated(asked);
  return null;
}
