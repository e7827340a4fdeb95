import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInstallation } from '../../api/installation.query.js';
import { formatDate, todayHere } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';

/** On paper only: from where, on which day and by whom, since a sheet is handed on without its page. */
export function PrintedBy() {
  const { t } = useTranslation('review');
  const { displayName } = usePerson();
  const today = useInstallation().data?.today ?? todayHere();
  return (
    <Text size="sm" className="tg-print-only">
      {t('print.from', { on: formatDate(today), name: displayName })}
    </Text>
  );
}
