import { Paper, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Verification } from '#contracts';
import { Tag } from '../../ui/status-tag.js';

/** Names and values, as a list that a screen reader reads in pairs. What is unknown says so. */
export function Values({ items }: { items: [name: string, value: ReactNode][] }) {
  const { t } = useTranslation('dossier');
  return (
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(14rem, 100%), 1fr))',
        gap: '0.75rem',
        margin: 0,
      }}
    >
      {items.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value ?? t('unknown')}
          </Text>
        </div>
      ))}
    </dl>
  );
}

/** An article with how sure its wording is. */
export function Basis({ basis, verification }: { basis: string; verification?: Verification }) {
  const { t } = useTranslation('words');
  return (
    <Text size="sm" c="dimmed" component="span">
      {basis}{' '}
      {verification && (
        <Tag tone={verification === 'text_read' ? 'green' : verification === 'secondary' ? 'blue' : 'amber'}>
          {t(`verification.${verification}`)}
        </Tag>
      )}
    </Text>
  );
}

export function Card({ children }: { children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">{children}</Stack>
    </Paper>
  );
}
