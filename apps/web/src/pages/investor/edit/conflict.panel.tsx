import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, isFlat, type Place, type Row, textOf } from '../draft/draft.types.js';
import { type Clash } from '../draft/merge-drafts.js';
import { type FieldName, FIELDS } from '../fields/field.types.js';
import { useValueText } from '../fields/use-value-text.js';
import { useEditing } from './draft.context.js';
import { Notice } from '../../../ui/notice.js';

const nameOf = ({ section, id, field }: Place) => `${section} ${id} ${field}`;
const isNamed = (field: string | null): field is FieldName => field !== null && Object.hasOwn(FIELDS, field);

/** Two people changed the same value: both versions, and a choice for each. Nothing is sent before. */
export function ConflictPanel() {
  const { t } = useTranslation('investor');
  const { state, saver } = useEditing();
  const [choices, setChoices] = useState<Record<string, string>>({});
  if (state.phase !== 'conflict' || !state.conflict) return null;
  const { clashes } = state.conflict;
  const undecided = clashes.filter((clash) => choices[nameOf(clash)] === undefined).length;
  const keep = () => {
    const theirs = clashes.filter((clash) => choices[nameOf(clash)] === 'theirs');
    saver.choose(theirs);
    setChoices({});
  };
  return (
    <Notice tone="amber" role="alertdialog" title={t('conflict.title')}>
      <Stack>
        <Text size="sm">{t('conflict.text')}</Text>
        {clashes.map((clash) => (
          <ClashChoice
            key={nameOf(clash)}
            clash={clash}
            draft={state.draft}
            value={choices[nameOf(clash)] ?? null}
            onChoose={(choice) => setChoices((known) => ({ ...known, [nameOf(clash)]: choice }))}
          />
        ))}
        <div>
          <Button disabled={undecided > 0} onClick={keep}>
            {undecided > 0 ? t('conflict.left', { count: undecided }) : t('conflict.keep')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}

interface ChoiceProps {
  clash: Clash;
  draft: Draft;
  value: string | null;
  onChoose: (choice: string) => void;
}

function ClashChoice({ clash, draft, value, onChoose }: ChoiceProps) {
  const { t } = useTranslation('investor');
  const { section, id, field, mine, theirs } = clash;
  const row = isFlat(section) ? undefined : draft[section].find((one) => one['id'] === id);
  const subject = (row ?? (theirs as Row | undefined))?.['name'];
  const valueText = useValueText();
  const label = isNamed(field) ? t(`fields.${field}`) : (field ?? t('conflict.wholeRow'));
  const written = (value: unknown): string => {
    if (value === undefined) return t('conflict.none');
    return (isNamed(field) ? valueText(field, value) : textOf(value)) || t('conflict.none');
  };
  const where =
    typeof subject === 'string' ? `${t(`sections.${section}`)}: ${subject}` : t(`sections.${section}`);
  return (
    <Radio.Group label={`${where} · ${label}`} value={value} onChange={onChoose}>
      <Stack gap={6} mt={6}>
        <Radio value="mine" label={`${t('conflict.mine')}: ${written(mine)}`} />
        <Radio value="theirs" label={`${t('conflict.theirs')}: ${written(theirs)}`} />
      </Stack>
    </Radio.Group>
  );
}
