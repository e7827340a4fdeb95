import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CommandAnswer } from '../dossiers/dossier.types.js';
import { queueAddress } from '../letters/letter-queue.query.js';
import { type ReceptionAct } from './marks.js';

/** What was done, and the letter that waits for its number now. */
export function DoneNote({ dossierId, answer }: { dossierId: string; answer: CommandAnswer }) {
  const { t } = useTranslation(['clerk', 'dossier', 'words']);
  const first = useRef<HTMLAnchorElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { command, status, letters } = answer;
  return (
    <Alert
      role="status"
      variant="outline"
      color="green"
      title={t('dossier:steps.done', { command: t(`words:command.${command as ReceptionAct}`) })}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('dossier:steps.nowStatus', { status: t(`words:status.${status}`) })}</Text>
        {letters.map(({ id, kind }, index) => (
          <Anchor key={id} component={Link} href={queueAddress(kind, id)} ref={index === 0 ? first : null}>
            {t('reception.toLetter', { letter: t(`dossier:letters.kind.${kind}`) })}
          </Anchor>
        ))}
        <Anchor component={Link} href={`/dossiers/${dossierId}`} size="sm">
          {t('letters.toDossier')}
        </Anchor>
        <Anchor component={Link} href="/intake" size="sm">
          {t('reception.others')}
        </Anchor>
      </Stack>
    </Alert>
  );
}
