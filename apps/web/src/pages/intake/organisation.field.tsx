import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewOrganisation } from '../investor/new/new-organisation.js';
import { useOrganisations } from './intake.query.js';
import { type Organisation } from './intake.types.js';

const PAUSE_MS = 250;

interface Props {
  id: string;
  label: string;
  kind?: 'investor';
  disabled?: boolean;
  value: Organisation | null;
  onChange: (chosen: Organisation | null) => void;
  description: ReactNode;
  /** What the letter says of it. */
  read: string | undefined;
}

/** Finds an organisation by a part of its name or by its tax code; one that nobody has entered is entered from here. */
export function OrganisationField({
  id: fieldId,
  label,
  kind,
  disabled = false,
  value,
  onChange,
  ...about
}: Props) {
  const { t } = useTranslation('clerk');
  const [words, setWords] = useState('');
  // The field forgets what was looked for when it is left without a choice.
  const [lookedFor, setLookedFor] = useState('');
  const [q] = useDebouncedValue(words === value?.name ? '' : words.trim(), PAUSE_MS);
  const found = useOrganisations(q, kind).data?.items ?? [];
  const shown = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  const search = (typed: string) => {
    setWords(typed);
    if (typed.trim() !== '') setLookedFor(typed);
  };
  return (
    <Stack gap={6}>
      <Select
        searchable
        id={fieldId}
        disabled={disabled}
        clearable={false}
        label={label}
        description={about.description}
        placeholder={t('intake.find')}
        nothingFoundMessage={t('intake.noneFound')}
        value={value?.id ?? null}
        data={shown.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        onSearchChange={search}
        onChange={(id) => onChange(shown.find((one) => one.id === id) ?? null)}
      />
      {value === null && !disabled && (
        <NewOrganisation
          words={lookedFor === '' ? (about.read ?? '') : lookedFor}
          {...(kind && { kind })}
          onCreated={onChange}
        />
      )}
    </Stack>
  );
}
