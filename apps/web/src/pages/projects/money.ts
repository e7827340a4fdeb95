import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/format.js';

const MILLION = 1e6;
const BILLION = 1e9;

/** An amount in đồng as people say it: `1.250,5 tỷ đồng`. Nothing is rounded: what does not fit is said in đồng. */
export function useMoney(): (vnd: number | null) => string {
  const { t } = useTranslation('register');
  return (vnd) => {
    if (vnd === null) return '';
    if (vnd >= BILLION && vnd % 1e5 === 0) return t('money.billion', { amount: formatNumber(vnd / BILLION) });
    if (vnd >= MILLION && vnd % 1e3 === 0) return t('money.million', { amount: formatNumber(vnd / MILLION) });
    return t('money.vnd', { amount: formatNumber(vnd) });
  };
}
