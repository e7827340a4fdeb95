import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Organisation, useOrganisations } from './intake.query.js';

const PAUSE_MS = 250;

interface Props {
  label: string;
  kind?: 'investor';
  disabled?: boolean;
  value: Organisation | null;
  onChange: (chosen: Organisation | null) => void;
  description: ReactNode;
}

/** Finds an organisation by a part of its name or by its tax code. */
export function OrganisationField({ label, kind, disabled = false, value, onChange, description }: Props) {
  const { t } = useTranslation('clerk');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words === value?.name ? '' : words.trim(), PAUSE_MS);
  const found = useOrganisations(q, kind).data?.items ?? [];
  const shown = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      searchable
      disabled={disabled}
      clearable={false}
      label={label}
      description={description}
      placeholder={t('intake.find')}
      nothingFoundMessage={t('intake.noneFound')}
      value={value?.id ?? null}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      onSearchChange={setWords}
      onChange={(id) => onChange(shown.find((one) => one.id === id) ?? null)}
    />
  );
}
