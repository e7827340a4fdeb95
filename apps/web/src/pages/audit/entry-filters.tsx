import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { DateField } from '../../ui/date-field.js';
import { CHAINS, type EntryFilter, type ListedEntry } from './audit.query.js';
import { filterOf } from './entry-filter.js';
import { actWords } from './entry-words.js';

interface Props {
  /** Acts to choose from. */
  actions: readonly string[];
  entries: readonly ListedEntry[];
  /** Whether entries of all chains are asked for: then by what they belong to, and by a name, too. */
  isWhole?: boolean;
}
const PAUSE_MS = 300;

/** Narrows the log by the address, so that what one looks at can be sent to somebody else. */
export function EntryFilters({ actions, entries, isWhole = false }: Props) {
  const { t } = useTranslation(['audit', 'words']);
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const set = (name: keyof EntryFilter, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    setCleared(cleared + 1);
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const name of Object.keys(filter)) next.delete(name);
      return next;
    });
  };
  const every = { value: '', label: t('audit:filter.every') };
  const choices = actions.map((action) => ({ value: action, label: actWords(action, t) }));
  choices.sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  const person = entries.find(({ actorId }) => actorId === filter.actorId)?.actorName ?? filter.actorId;
  const narrowed = Object.values(filter).some((value) => value !== '');
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('audit:filter.label')}>
      {isWhole && <WholeFilters key={cleared} filter={filter} onSet={set} />}
      <NativeSelect
        label={t('audit:filter.action')}
        data={[every, ...choices]}
        value={filter.action}
        onChange={({ currentTarget }) => set('action', currentTarget.value)}
      />
      <NativeSelect
        label={t('audit:filter.outcome')}
        data={[
          every,
          ...(['done', 'refused'] as const).map((one) => ({ value: one, label: t(`audit:outcome.${one}`) })),
        ]}
        value={filter.outcome}
        onChange={({ currentTarget }) => set('outcome', currentTarget.value)}
      />
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          label={t(`audit:filter.${name}`)}
          value={filter[name]}
          onChange={(day) => set(name, day)}
        />
      ))}
      {filter.actorId !== '' && (
        <Button variant="light" onClick={() => set('actorId', '')} rightSection="×">
          {t('audit:filter.person', { name: person })}
        </Button>
      )}
      {narrowed && (
        <Button variant="subtle" onClick={clear}>
          {t('audit:filter.clear')}
        </Button>
      )}
    </Group>
  );
}

interface WholeProps {
  filter: EntryFilter;
  onSet: (name: keyof EntryFilter, value: string) => void;
}

/** What only the log of all chains is narrowed by. */
function WholeFilters({ filter, onSet }: WholeProps) {
  const { t } = useTranslation('audit');
  const [name, setName] = useState(filter.actor);
  const ask = useDebouncedCallback((text: string) => onSet('actor', text.trim()), PAUSE_MS);
  return (
    <>
      <NativeSelect
        label={t('filter.chain')}
        data={[
          { value: '', label: t('filter.every') },
          ...CHAINS.map((chain) => ({ value: chain, label: t(`filter.chains.${chain}`) })),
        ]}
        value={filter.chain}
        onChange={({ currentTarget }) => onSet('chain', currentTarget.value)}
      />
      <TextInput
        label={t('filter.actor')}
        placeholder={t('filter.actorHint')}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          ask(currentTarget.value);
        }}
      />
    </>
  );
}
