import { type Finding, type ScreeningNotice } from '#contracts';
import { type Catalogue, type TestTexts } from './catalogue.types.js';
import { EN } from './en.js';
import { type Language } from './language.js';
import { VI } from './vi.js';

export const CATALOGUES: Record<Language, Catalogue> = { vi: VI, en: EN };
const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** What a reader sees of a finding. */
export interface RenderedFinding {
  title: string;
  verdict: string;
  /** The sentence, the remarks and what is missing as one text. */
  detail: string;
  sentence: string;
  remarks: string[];
  /** What is missing for a verdict, each in words. */
  missing: string[];
  /** The values that it reckons with, by their names. */
  calculation: { name: string; value: string }[];
  wouldChange: string[];
}

type Value = number | string | boolean | null | undefined;
/** Years are no quantities: `2016`, never `2.016`. */
const isYear = (path: string): boolean => path.endsWith('Year') || path.endsWith('yearMade');
const numberText = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 }).format(value);
function valueText(value: Value, language: Language): string {
  if (value === null || value === undefined) return CATALOGUES[language].unknown;
  return typeof value === 'number' ? numberText(value, language) : String(value);
}
const fill = (text: string, values: Record<string, Value>, language: Language): string =>
  text
    .replace(/\{(\w+)\}/g, (_, name: string) => valueText(values[name], language))
    .replaceAll(`${CATALOGUES[language].unknown} %`, CATALOGUES[language].unknown);

/** A path of a fact by the name of its field; what it belongs to is the subject of the finding. */
const fieldName = (path: string, language: Language): string =>
  CATALOGUES[language].fields[path.split('.').at(-1) ?? ''] ?? path;

/** Lists whose rows are not loaded, by the instrument that made them. */
export type ListNames = Readonly<Record<string, string>>;
/** The names of the lists that a screening could not look into, as its notices tell them. */
export const listNamesOf = (notices: readonly ScreeningNotice[]): ListNames =>
  Object.fromEntries(
    notices.flatMap(({ params: { version, instrument } }) =>
      version !== undefined && instrument ? [[version, instrument]] : [],
    ),
  );

/** What is missing in words: a fact by its name, or an annex, a decision, a certificate (`annex:ND-101-2026`). */
function missingText(code: string, language: Language, lists: ListNames): string {
  const text = CATALOGUES[language].missingKinds[code.split(':')[0] ?? ''];
  if (text === undefined || !code.includes(':')) return fieldName(code, language);
  const of = code.split(':').at(-1) ?? '';
  return text.replace('{of}', lists[of] ?? fieldName(of, language));
}

function sentence(finding: Finding, texts: TestTexts | undefined, language: Language): string {
  const catalogue = CATALOGUES[language];
  if (finding.verdict === 'inconclusive') return catalogue.inconclusive;
  if (finding.verdict === 'not_applicable') return catalogue.notApplicable;
  return fill(texts?.[finding.verdict] ?? catalogue.verdicts[finding.verdict], finding.values, language);
}

function changeText({ path, to, becomes }: Finding['wouldChange'][number], language: Language): string {
  const target = isYear(path) ? String(to) : to;
  const verdict = CATALOGUES[language].verdicts[becomes];
  return fill(
    CATALOGUES[language].wouldChange,
    { path: fieldName(path, language), to: target, verdict },
    language,
  );
}

function calculationOf({ values }: Finding, language: Language): RenderedFinding['calculation'] {
  const { values: names, listStatuses } = CATALOGUES[language];
  return Object.entries(values).map(([name, value]) => ({
    name: names[name] ?? name,
    value: (name === 'listStatus' && listStatuses[String(value)]) || valueText(value, language),
  }));
}

/** The texts of one finding: title, verdict, what was found with remarks, and what would change it. */
export function renderFinding(finding: Finding, language: Language, lists: ListNames = {}): RenderedFinding {
  const catalogue = CATALOGUES[language];
  const texts = catalogue.tests[finding.test];
  const remarks = finding.notes.map((note) => catalogue.notes[note] ?? note);
  const missing = finding.missing.map((code) => missingText(code, language, lists));
  const saidMissing =
    missing.length > 0 ? [fill(catalogue.missing, { missing: missing.join(', ') }, language)] : [];
  const said = sentence(finding, texts, language);
  return {
    title: texts?.title ?? finding.test,
    verdict: catalogue.verdicts[finding.verdict],
    detail: [said, ...remarks, ...saidMissing].join(' '),
    ...{ sentence: said, remarks, missing, calculation: calculationOf(finding, language) },
    wouldChange: finding.wouldChange.map((change) => changeText(change, language)),
  };
}

/** The sentence of one notice; a code without text comes back as it is. */
export const renderNotice = (notice: ScreeningNotice, language: Language): string =>
  fill(CATALOGUES[language].notices[notice.code] ?? notice.code, notice.params, language);
