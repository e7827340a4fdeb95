import { type TFunction } from 'i18next';
import {
  type EquipmentFacts,
  type LineFacts,
  type MeasuredPct,
  type ProjectFacts,
  type StandardResult,
  type TechnologyFacts,
} from '#contracts';
import { formatDate, formatNumber } from '../../../format/format.js';
import { currentLanguage } from '../../../i18n/language.js';
import { countryName } from '../../investor/fields/countries.js';

export type FactTexts = TFunction<['dossier', 'review', 'desk']>;
/** How each field of a thing is said; a field that the contract gains and that has no words here does not compile. */
type Words<Facts> = {
  [Field in Exclude<keyof Facts, 'id'>]-?: (
    value: NonNullable<Facts[Field]>,
    t: FactTexts,
    facts: TechnologyFacts,
  ) => string;
};

// A year is no quantity, and a code of the customs tariff is none either.
const plain = (value: string | number): string => String(value);
const percent = ({ value, uncertainty }: MeasuredPct): string =>
  `${formatNumber(value)} %${uncertainty === undefined ? '' : ` ± ${formatNumber(uncertainty)}`}`;
const country = (code: string): string => countryName(code, currentLanguage());
const joined = (values: readonly string[]): string => values.join(', ');
const results = (all: readonly StandardResult[], t: FactTexts): string =>
  all
    .map(({ field, code, kind, result }) =>
      t('review:finding.standard', {
        field: t(`review:finding.standardField.${field}`),
        code: code ?? kind,
        result: t(result === 'met' ? 'review:finding.standardMet' : 'review:finding.standardFailed'),
      }),
    )
    .join('; ');

type Tested = Pick<
  EquipmentFacts,
  'condition' | 'acquisition' | 'efficiencyPct' | 'consumptionOverDesignPct' | 'standards' | 'standardResults'
>;
const TESTED: Words<Tested> = {
  condition: (value, t) => t(`dossier:facts.conditions.${value}`),
  acquisition: (value, t) => t(`dossier:facts.acquisitions.${value}`),
  efficiencyPct: percent,
  consumptionOverDesignPct: percent,
  standards: joined,
  standardResults: results,
};

export const PROJECT: Words<ProjectFacts> = {
  name: plain,
  stage: (value, t) => t(`dossier:facts.stages.${value}`),
  sectorVsic: plain,
  environmentalGroup: plain,
  group: plain,
  workClass: plain,
  capitalVnd: (value) => `${formatNumber(value)} ₫`,
  capitalOrigin: (value, t) => t(`desk:origin.${value}`),
  investorCountry: country,
  communeCode: plain,
  dependsOnTermExtension: (value, t) => t(value ? 'dossier:facts.yes' : 'dossier:facts.no'),
};
export const LINE: Words<LineFacts> = {
  name: plain,
  technologyName: plain,
  origin: plain,
  designCapacity: ({ value, unit }) => `${formatNumber(value)} ${unit}`,
  actualCapacityPct: percent,
  ...TESTED,
  usedLineRelief: (value, t) => t(`dossier:facts.reliefs.${value}`),
  trl: plain,
  oecdSites: (sites) => sites.map((one) => `${one.site} (${country(one.country)})`).join('; '),
};
export const EQUIPMENT: Words<EquipmentFacts> = {
  name: plain,
  hsCode: plain,
  maker: plain,
  country,
  yearMade: plain,
  plannedArrivalYear: plain,
  lineRef: (id, _t, { lines = [] }) => lines.find((line) => line.id === id)?.name ?? id,
  remainingCapacityPct: percent,
  ...TESTED,
  certificate: ({ number, body, issuedOn }) =>
    [number, body, formatDate(issuedOn)].filter(Boolean).join(', '),
};

/** The value of a field in words; null where nothing was stated. */
export function factValue<Facts extends object>(
  words: Words<Facts>,
  item: Facts,
  field: string,
  { t, facts }: { t: FactTexts; facts: TechnologyFacts },
): string | null {
  const value = item[field as keyof Facts];
  const say = words[field as keyof Words<Facts>] as
    ((value: unknown, t: FactTexts, facts: TechnologyFacts) => string) | undefined;
  if (value === undefined || value === null || say === undefined) return null;
  const said = say(value, t, facts);
  return said === '' ? null : said;
}

export interface FactRow {
  field: string;
  value: string | null;
  /** Its path, by which its source is known. */
  path: string;
}
/** Every field of a thing with its value, in the order of its words. */
export const factRows = <Facts extends object>(
  words: Words<Facts>,
  item: Facts,
  at: string,
  told: { t: FactTexts; facts: TechnologyFacts },
): FactRow[] =>
  Object.keys(words).map((field) => ({
    field,
    value: factValue(words, item, field, told),
    path: `${at}.${field}`,
  }));
