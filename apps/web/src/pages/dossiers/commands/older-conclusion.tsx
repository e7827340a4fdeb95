import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { Notice } from '../../../ui/notice.js';
import { keptAsWritten, type Known, olderThan, takenAnew } from './command-beginning.js';
import { type CommandValues } from './command-fields.js';

interface Props {
  command: CommandName;
  known: Known;
  values: CommandValues;
  onChange: (values: CommandValues) => void;
}

/** Something else was concluded since this was written: it stays as it is, and what is concluded now is one press away. */
export function OlderConclusion({ command, known, values, onChange }: Props) {
  const { t } = useTranslation('dossier');
  const older = olderThan(command, values, known);
  if (older.length === 0) return null;
  const fields = older.map((name) => t(`fields.${name as 'reason'}`)).join(', ');
  return (
    <Notice tone="amber" role="note" title={t('steps.olderConclusion')}>
      <Stack gap="xs">
        <Text size="sm">{t('steps.olderConclusionText', { fields })}</Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => onChange(takenAnew(command, values, known))}>
            {t('steps.takeConclusion')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onChange(keptAsWritten(command, values, known))}>
            {t('steps.keepWritten')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
