import { Button, Checkbox, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, textOf } from '../draft/draft.types.js';
import { changeRow } from '../draft/edit-rows.js';
import { useEditing } from '../edit/draft.context.js';
import { PagedRows } from '../../../ui/paged-rows.js';
import { coversOf, MOST_COVERED, named, provable, type Provable, withAll } from './provable.js';
import { useFactName } from './use-fact-name.js';

const PAGE = 25;
interface Props {
  paper: Row;
  /** The number of the certificate. */
  number: number;
}

/** What a certificate covers, and how that is changed: always what it covers by then. */
function useCovers(paper: Row) {
  const { edit } = useEditing();
  const id = textOf(paper['id']);
  const onChange = (change: (covers: string[]) => string[]) =>
    edit((draft) => {
      const now = draft.evidence.find((row) => row['id'] === id);
      return now ? changeRow(draft, 'evidence', id, 'covers', change(coversOf(now))) : draft;
    });
  return { covers: coversOf(paper), onChange };
}

/** Which facts a certificate proves: found by a word, page by page, or those of all machines at once. */
export function Covers({ paper, number }: Props) {
  const { t } = useTranslation('investor');
  const { state } = useEditing();
  const factName = useFactName();
  const { covers, onChange } = useCovers(paper);
  const [words, setWords] = useState('');
  const { lines, equipment } = state.draft;
  const facts = useMemo(() => provable({ lines, equipment }), [lines, equipment]);
  const found = named(facts, words, factName);
  return (
    <Input.Wrapper
      label={t('evidence.covers')}
      description={t('evidence.coversHint')}
      labelElement="div"
      role="group"
      aria-label={t('evidence.coversOf', { number })}
    >
      <Stack gap="xs" mt="xs">
        {facts.length > PAGE && (
          <TextInput
            aria-label={t('evidence.findOf', { number })}
            placeholder={t('evidence.find')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            maw={420}
          />
        )}
        <Together {...{ found, covers, onChange }} />
        {facts.length > 0 && (
          <Text size="sm" role="status">
            {t('evidence.coversCount', { count: covers.length })}{' '}
            {covers.length >= MOST_COVERED && t('evidence.coversFull', { most: MOST_COVERED })}
          </Text>
        )}
        <PagedRows key={words} rows={found} size={PAGE}>
          {(page) => (
            <Stack gap={6}>
              {page.map((fact) => (
                <Checkbox
                  key={fact.path}
                  label={factName(fact)}
                  checked={covers.includes(fact.path)}
                  disabled={covers.length >= MOST_COVERED && !covers.includes(fact.path)}
                  onChange={({ currentTarget: { checked } }) =>
                    onChange((now) => withAll(now, [fact], checked))
                  }
                />
              ))}
            </Stack>
          )}
        </PagedRows>
      </Stack>
    </Input.Wrapper>
  );
}

/** The facts of all machines that were found, chosen or let go in one go. */
function Together({ found, covers, onChange }: ReturnType<typeof useCovers> & { found: Provable[] }) {
  const { t } = useTranslation('investor');
  const ofMachines = found.filter(({ section }) => section === 'equipment');
  const chosen = new Set(covers);
  const open = ofMachines.filter(({ path }) => !chosen.has(path)).length;
  if (ofMachines.length < 2) return null;
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        disabled={open === 0 || covers.length >= MOST_COVERED}
        onClick={() => onChange((now) => withAll(now, ofMachines, true))}
      >
        {t('evidence.chooseMachines', { count: ofMachines.length })}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={open === ofMachines.length}
        onClick={() => onChange((now) => withAll(now, ofMachines, false))}
      >
        {t('evidence.dropMachines')}
      </Button>
    </Group>
  );
}
