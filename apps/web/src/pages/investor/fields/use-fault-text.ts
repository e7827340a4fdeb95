import { useTranslation } from 'react-i18next';
import { type ValueFault } from '../draft/draft.types.js';

/** The sentence for a fault: ours where we know its code and values, that of the API otherwise. */
export function useFaultText(): (fault: Pick<ValueFault, 'code' | 'message' | 'params'>) => string {
  const { t } = useTranslation('investor');
  const texts: Partial<Record<string, string>> = t('faults', { returnObjects: true });
  return ({ code, message, params = {} }) => {
    const text = texts[code];
    if (text === undefined) return message ?? code;
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '{{');
    return filled.includes('{{') ? (message ?? code) : filled;
  };
}
