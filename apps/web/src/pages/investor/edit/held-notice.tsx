import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ValueFault } from '../draft/draft.types.js';
import { HeldValues } from './fault-links.js';
import { Notice } from '../../../ui/notice.js';

/** Values that stand in the form and are not in the dossier: nothing is sent as long as there are any. */
export function HeldNotice({ faults }: { faults: readonly ValueFault[] }) {
  const { t } = useTranslation('editor');
  if (faults.length === 0) return null;
  return (
    <Notice tone="red" role="alert" title={t('held.title', { count: faults.length })}>
      <Text size="sm">{t('held.text')}</Text>
      <HeldValues faults={faults} />
    </Notice>
  );
}
