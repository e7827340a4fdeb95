import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/status-tag.js';
import { type Place } from '../draft/draft.types.js';
import { pathOf } from '../draft/taken-over.js';
import { type FieldName } from '../fields/field.types.js';
import { useEditing } from './draft.context.js';

/** Beside a value that a copy took over: it is to be looked at until somebody changes it or says that it still holds. */
export function TakenOverMark({ place, name }: { place: Place; name: FieldName }) {
  const { t } = useTranslation('investor');
  const { takenOver, confirm } = useEditing();
  const path = pathOf(place);
  if (!takenOver.some((one) => pathOf(one) === path)) return null;
  return (
    <Group gap="xs" mt={-8}>
      <Tag tone="amber">{t('copied.mark')}</Tag>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('copied.confirmNamed', { name: t(`fields.${name}`) })}
        onClick={() => confirm(place)}
      >
        {t('copied.confirm')}
      </Button>
    </Group>
  );
}
