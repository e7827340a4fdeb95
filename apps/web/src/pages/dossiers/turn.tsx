import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { Tag } from '../../ui/status-tag.js';

/** What a dossier waits for next, and whose turn it is. */
export function Turn({ actions }: { actions: readonly Schema<'RequiredActionDto'>[] }) {
  const { t } = useTranslation('desk');
  const [first] = actions;
  if (!first)
    return (
      <Text size="sm" c="dimmed" span>
        {t('nothingToDo')}
      </Text>
    );
  return (
    <div>
      <Text size="sm">{t(`action.${first.code}`)}</Text>
      {first.who === 'me' ? (
        <Tag tone="blue">{t('yours')}</Tag>
      ) : (
        <Text size="xs" c="dimmed">
          {t(`party.${first.party}`)}
        </Text>
      )}
    </div>
  );
}
