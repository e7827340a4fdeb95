import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { type EntryFilter, type ListedEntry } from './audit.query.js';
import { filterOf } from './entry-filter.js';
import { actWords } from './entry-words.js';

interface Props {
  /** Acts to choose from. */
  actions: readonly string[];
  entries: readonly ListedEntry[];
}

/** Narrows the log by the address, so that what one looks at can be sent to somebody else. */
export function EntryFilters({ actions, entries }: Props) {
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
  const clear = () =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const name of Object.keys(filter)) next.delete(name);
      return next;
    });
  const every = { value: '', label: t('audit:filter.every') };
  const choices = actions.map((action) => ({ value: action, label: actWords(action, t) }));
  choices.sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  const person = entries.find(({ actorId }) => actorId === filter.actorId)?.actorName ?? filter.actorId;
  const narrowed = Object.values(filter).some((value) => value !== '');
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('audit:filter.label')}>
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
        <TextInput
          key={name}
          type="date"
          label={t(`audit:filter.${name}`)}
          value={filter[name]}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
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
