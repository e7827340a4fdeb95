import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type FieldProps, fieldIdOf } from './command-field.js';
import { findingsQuery, opinionsQuery } from '../dossier.query.js';
import { failedCriteria } from '../opinions/failed-criteria.js';

/** Findings that stand, or criteria that somebody found unmet, on which the command may rest. */
export function PicksField({ dossier, field, label, value, onChange, error }: FieldProps) {
  const { t } = useTranslation('dossier');
  const byFindings = field.kind === 'findings';
  const findings = useQuery({ ...findingsQuery(dossier.id), enabled: byFindings }).data?.findings ?? [];
  const opinions = useQuery({ ...opinionsQuery(dossier.id), enabled: !byFindings }).data?.items ?? [];
  const choices = byFindings
    ? findings
        .filter(({ verdict, overturned }) => verdict === 'breached' && !overturned)
        .map(({ key, texts, basis }) => ({ value: key, label: `${texts.title} (${basis})` }))
    : failedCriteria(opinions, dossier.round).map((code) => ({ value: code, label: code }));
  return (
    <Checkbox.Group label={label} error={error} value={(value ?? []) as string[]} onChange={onChange}>
      <Stack gap="xs" mt={4} id={fieldIdOf(field.name)} tabIndex={-1}>
        {choices.length === 0 && (
          <Text size="sm">{t(byFindings ? 'fields.noFindings' : 'fields.noCriteria')}</Text>
        )}
        {choices.map((choice) => (
          <Checkbox key={choice.value} {...choice} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
