import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../format/format.js';
import { Notice } from '../../../ui/notice.js';
import { type CommandValues } from './command-fields.js';
import { stillTaken, type TakenOver } from './taken-over.js';

/** Why the conclusion came back, and which fields stand as they were written before: nobody takes them for new. */
export function TakenOverNotice({ takenOver, values }: { takenOver: TakenOver; values: CommandValues }) {
  const { t } = useTranslation('dossier');
  const { from, sentBack } = takenOver;
  const taken = stillTaken(takenOver, values).map((name) => t(`fields.${name as 'reason'}`));
  const fields = taken.length > 0 && t(`steps.taken.${from}`, { fields: taken.join(', ') });
  const said = fields !== false && <Text size="sm">{fields}</Text>;
  if (sentBack === null) return said && <Notice tone="plain" role="note" children={said} />;
  const { sentBackBy, sentBackAt, sentBackReason } = sentBack;
  const name = sentBackBy ?? t('steps.taken.somebody');
  return (
    <Notice
      tone="amber"
      role="note"
      title={t('steps.taken.title', { name, at: formatInstant(sentBackAt ?? '') })}
    >
      <Stack gap="xs">
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {t('steps.taken.reason', { reason: sentBackReason ?? '' })}
        </Text>
        {said}
      </Stack>
    </Notice>
  );
}
