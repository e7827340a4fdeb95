import { useTranslation } from 'react-i18next';
import { useInstallation } from '../../api/installation.query.js';
import { formatSize } from '../../format/format.js';

/** Why a file is larger than the API takes, before anything of it is read or sent; null when it fits. */
export function useTooLarge(): (file: File) => string | null {
  const { t } = useTranslation('investor');
  const most = useInstallation().data?.uploadMaxBytes ?? Infinity;
  return ({ name, size }) =>
    size > most ? t('documents.tooLarge', { name, size: formatSize(size), most: formatSize(most) }) : null;
}
