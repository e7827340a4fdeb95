import { useTranslation } from 'react-i18next';
import { type Row } from '../draft/draft.types.js';
import { useRemoval } from '../edit/use-removal.js';

/** Takes machines out, puts others in their stead, and offers the way back. */
export function useExchange(): (gone: readonly Row[], added?: readonly Row[]) => void {
  const { t } = useTranslation('investor');
  const remove = useRemoval('equipment');
  return (gone, added = []) =>
    remove({ gone, added, message: t('machines.removed', { count: gone.length }) });
}
