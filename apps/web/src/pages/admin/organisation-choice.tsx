import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organisationsQuery } from './admin.query.js';

const PAUSE_MS = 200;

interface Props {
  id?: string;
  value: string | null;
  /** What is chosen before anything was searched. */
  known?: { id: string; name: string } | null;
  /** Is told the name, too, by which it can be shown again. */
  onChange: (id: string | null, name: string) => void;
  label?: string;
  error?: ReactNode;
}

/** An organisation, found by a part of its name or its tax code. */
export function OrganisationChoice({ id, value, known, onChange, label, error }: Props) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState(known?.name ?? '');
  const [q] = useDebouncedValue(text.trim(), PAUSE_MS);
  const asked = q === known?.name ? '' : q;
  const found = useInfiniteQuery(organisationsQuery({ q: asked, kind: '' }));
  const choices = found.data?.pages.flatMap((page) => page.items) ?? [];
  const options = choices.map(({ id, name }) => ({ value: id, label: name }));
  if (known && !options.some((option) => option.value === known.id))
    options.unshift({ value: known.id, label: known.name });
  return (
    <Select
      {...(id !== undefined && { id })}
      label={label ?? t('accounts.organisation')}
      placeholder={t('organisations.find')}
      searchable
      data={options}
      // The API has searched already, without regard to accents.
      filter={({ options: all }) => all}
      value={value}
      onChange={(id, option) => onChange(id, option?.label ?? '')}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('organisations.none')}
      error={error}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
