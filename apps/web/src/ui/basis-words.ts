import { useTranslation } from 'react-i18next';

/** A remark beside an article: what stands in brackets, and the word for a rule that is ours. */
export const REMARK = /Quy ước nội bộ|\([^()]*\)/g;

/**
 * An article as a reader of another language can use it: its remarks by a table, all else as the pack says it.
 * @param remarks what stands for each remark; one that it does not know stays
 */
export const withRemarks = (basis: string, remarks: Readonly<Record<string, string>>): string =>
  basis.replaceAll(REMARK, (remark) => remarks[remark] ?? remark);

/** Articles of packs in words of the reader's language. */
export function useBasisWords(): (basis: string) => string {
  const { i18n } = useTranslation();
  const remarks = i18n.getResourceBundle(i18n.language, 'remarks') as Record<string, string> | undefined;
  return (basis) => (remarks === undefined ? basis : withRemarks(basis, remarks));
}
