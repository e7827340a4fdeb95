import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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
