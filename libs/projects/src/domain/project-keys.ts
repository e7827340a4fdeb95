import { foldForSearch } from '#dossiers';

/** Words with which nearly every project begins; they tell nothing apart. */
const OPENINGS =
  /^(?:du an |dau tu |xay dung |thuc hien |ha tang ky thuat |cong trinh |investment project |project )+/;
/** Legal forms of an investor, folded; longer ones first. */
const LEGAL_FORMS = [
  'cong ty trach nhiem huu han mot thanh vien',
  'cong ty trach nhiem huu han hai thanh vien tro len',
  'cong ty trach nhiem huu han',
  'cong ty tnhh mot thanh vien',
  'cong ty tnhh hai thanh vien tro len',
  'cong ty tnhh mtv',
  'cong ty tnhh',
  'cong ty co phan',
  'cong ty cp',
  'cong ty hop danh',
  'tong cong ty',
  'tap doan',
  'doanh nghiep tu nhan',
  'doanh nghiep',
  'hop tac xa',
  'chi nhanh',
  'cong ty',
  'cty tnhh mtv',
  'cty tnhh',
  'cty cp',
  'cty',
  'ctcp',
  'tnhh mtv',
  'tnhh',
  'dntn',
  'htx',
  'joint stock company',
  'company limited',
  'co ltd',
  'jsc',
  'llc',
  'ltd',
];
const FORMS = new RegExp(`(?<= )(?:${LEGAL_FORMS.join('|')})(?= )`, 'g');

/** Folds to words of letters and digits, one blank between them. */
export const foldedWords = (text: string): string =>
  foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A project's name for comparison: folded, without what every project is called. Never empty for a name with a word. */
export function projectNameKey(name: string): string {
  const words = foldedWords(name);
  const told = words.replace(OPENINGS, '');
  return told === '' ? words : told;
}

/** An investor's name for comparison: folded, without its legal form. */
export function investorNameKey(name: string): string {
  const words = foldedWords(name);
  const told = ` ${words} `.replace(FORMS, ' ').replace(/ +/g, ' ').trim();
  return told === '' ? words : told;
}

/** The ten digits of the enterprise; its branches share them. */
export const enterpriseCode = (taxCode: string | null): string | null => taxCode?.slice(0, 10) ?? null;

/** The text in which words of a search are looked for. */
export const projectSearchText = (project: {
  name: string;
  investorName: string;
  investorTaxCode: string | null;
  certificateNumber: string | null;
}): string =>
  foldForSearch(
    [project.name, project.investorName, project.investorTaxCode, project.certificateNumber]
      .filter((part) => part !== null)
      .join(' '),
  );
