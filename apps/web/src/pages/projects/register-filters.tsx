import { MultiSelect, NativeSelect, Paper, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CAPITAL_ORIGINS,
  DATE_BASES,
  FOLLOWED,
  PROJECT_AUTHORITIES,
  PROJECT_SOURCES,
  PROJECT_STANDINGS,
} from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { TAX_CODE } from '../../format/tax-code.js';
import { DateField } from '../../ui/date-field.js';
import { type FilterName, type RegisterFilter, withValues, withYear, yearOf } from './register-filter.js';
import { useConditionValue } from './register-chips.js';

const LISTS = {
  standing: PROJECT_STANDINGS,
  followed: FOLLOWED.filter((word) => word !== 'not_applicable'),
  awaiting: ['match', 'exemption'],
  capitalOrigin: [...CAPITAL_ORIGINS, 'none'],
  authority: [...PROJECT_AUTHORITIES, 'none'],
  source: PROJECT_SOURCES,
} as const satisfies Partial<Record<FilterName, readonly string[]>>;
type ListName = keyof typeof LISTS;
const TEXTS = {
  sector: /^(?:[A-U]|[A-U]?\d{1,5})$/,
  commune: /^\d{5}$/,
  taxCode: TAX_CODE,
} as const;
type TextName = keyof typeof TEXTS;
const YEARS = 8;

interface Props {
  filter: RegisterFilter;
  onChange: (filter: RegisterFilter) => void;
}

/** The conditions that have values; each acts at once. */
export function RegisterFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('register');
  const valueText = useConditionValue();
  return (
    <Paper withBorder p="md" role="region" aria-label={t('filter.label')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        {(Object.keys(LISTS) as ListName[]).map((name) => (
          <MultiSelect
            key={name}
            label={t(`filter.${name}`)}
            data={LISTS[name].map((value) => ({ value, label: valueText(name, value) }))}
            value={[...(filter.conditions[name] ?? [])]}
            onChange={(values) => onChange(withValues(filter, name, values))}
          />
        ))}
        {(Object.keys(TEXTS) as TextName[]).map((name) => (
          <TextFilter key={name} name={name} filter={filter} onChange={onChange} />
        ))}
        <PeriodFilters filter={filter} onChange={onChange} />
      </SimpleGrid>
    </Paper>
  );
}

/** Acts once what is typed can be one: half a tax code is no question yet. */
function TextFilter({ name, filter, onChange }: Props & { name: TextName }) {
  const { t } = useTranslation('register');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      label={t(`filter.${name}`)}
      value={typed ?? filter.conditions[name]?.[0] ?? ''}
      maxLength={14}
      onBlur={() => setTyped(null)}
      onChange={({ currentTarget }) => {
        const value = currentTarget.value.toUpperCase().trim();
        setTyped(currentTarget.value);
        if (value === '' || TEXTS[name].test(value)) onChange(withValues(filter, name, [value]));
      }}
    />
  );
}

function PeriodFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('register');
  const today = useInstallation().data?.today ?? todayHere();
  const years = Array.from({ length: YEARS }, (_, back) => String(Number(today.slice(0, 4)) - back));
  return (
    <>
      <NativeSelect
        label={t('filter.dateBasis')}
        value={filter.conditions.dateBasis?.[0] ?? 'registered'}
        data={DATE_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange(withValues(filter, 'dateBasis', value === 'registered' ? [] : [value]))
        }
      />
      <NativeSelect
        label={t('filter.year')}
        value={yearOf(filter)}
        data={[{ value: '', label: t('filter.anyYear') }, ...years]}
        onChange={({ currentTarget }) => onChange(withYear(filter, currentTarget.value))}
      />
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          label={t(`filter.${name}`)}
          value={filter.conditions[name]?.[0] ?? ''}
          onChange={(day) => onChange(withValues(filter, name, [day]))}
        />
      ))}
    </>
  );
}
