import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { type CommandAnswer, type DossierView } from '../dossier.types.js';

/** What a command would do: the new status, the dates, the letters, and who is told. */
export function CommandPreview({ answer, dossier }: { answer: CommandAnswer; dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const { from, status, dueOn, clocks, letters, recipients } = answer;
  return (
    <Stack gap="sm" role="region" tabIndex={-1} aria-label={t('steps.previewTitle')}>
      <Title order={3}>{t('steps.previewTitle')}</Title>
      <Group gap="xs">
        <Text size="sm">{t('status')}:</Text>
        <StatusTag status={from} of={dossier} />
        {status !== from && (
          <>
            <span aria-hidden>→</span>
            <StatusTag status={status} of={dossier} />
          </>
        )}
      </Group>
      <Text size="sm">{dueOn === null ? t('steps.noDue') : t('steps.dueOn', { on: formatDate(dueOn) })}</Text>
      <Part title={t('steps.clocks')} none={t('steps.noClocks')}>
        {clocks.map(({ id, purpose, state, dueOn: on, basis }) => (
          <List.Item key={id}>
            {[
              t(`clocks.purpose.${purpose as 'reply'}`, { defaultValue: purpose }),
              t(`clocks.state.${state}`),
              formatDate(on),
              basis,
            ]
              .filter(Boolean)
              .join(' · ')}
          </List.Item>
        ))}
      </Part>
      <Part title={t('steps.letters')} none={t('steps.noLetters')}>
        {letters.map(({ id, kind, status: state }) => (
          <List.Item key={id}>{`${t(`letters.kind.${kind}`)} (${t(`letters.status.${state}`)})`}</List.Item>
        ))}
      </Part>
      <Part title={t('steps.recipients')} none={t('steps.noRecipients')}>
        {recipients.map(({ id, name }, index) => (
          <List.Item key={`${id}${index}`}>{name}</List.Item>
        ))}
      </Part>
    </Stack>
  );
}

function Part({ title, none, children }: { title: string; none: string; children: React.ReactNode[] }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {children.length === 0 ? <Text size="sm">{none}</Text> : <List size="sm">{children}</List>}
    </div>
  );
}
