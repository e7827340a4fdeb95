import { Alert, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { APART, FieldLink } from './field-link.js';

interface Props {
  /** Names of fields with a fault, in their order, and what each is called. */
  faults: readonly { id: string; label: string }[];
  /** Counts the tries: each brings the summary into sight and gives it the focus. */
  tries: number;
}
/** What keeps a form from being sent, above it: each fault leads to its field. */
export function FaultSummary({ faults, tries }: Props) {
  const { t } = useTranslation('app');
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'nearest' });
  }, [tries]);
  if (faults.length === 0) return null;
  return (
    <Alert
      ref={summary}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="outline"
      title={t('faults.title', { count: faults.length })}
    >
      <List size="sm" spacing={APART}>
        {faults.map(({ id, label }) => (
          <List.Item key={id}>
            <FieldLink id={id}>{label}</FieldLink>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
