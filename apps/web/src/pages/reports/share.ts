import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/format.js';
import { type Dashboard } from './reports.query.js';

type Ratio = Dashboard['coverage']['ratio'];

/** Writes a ratio as `97,5 %` and as `39 of 40`; null where there is nothing to compare. */
export function useShare(): (ratio: Ratio) => { percent: string; of: string } | null {
  const { t } = useTranslation('reports');
  return (ratio) =>
    ratio && {
      percent: `${formatNumber(Number(ratio.percent))} %`,
      of: t('of', { part: formatNumber(ratio.numerator), all: formatNumber(ratio.denominator) }),
    };
}
