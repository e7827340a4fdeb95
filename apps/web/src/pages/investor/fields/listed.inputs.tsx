import { Button, Checkbox, Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STANDARD_FIELDS, visibleLine } from '#contracts';
import { type Row, textOf } from '../draft/draft.types.js';
import classes from '../edit/edit.module.css';
import { countriesIn } from './countries.js';
import { type ListKind, MOST_ENTRIES, MOST_TEXT, withEntry, withoutEntry } from './listed-values.js';
import { type Shown } from './shown.types.js';

interface Props {
  shown: Shown;
  value: Row[] | undefined;
  onChange: (value: unknown) => void;
}

/** Results by standard, each with the field that it is about. */
export const ResultsInput = (props: Props) => (
  <ListedInput {...props} kind="results">
    {(cell) => (
      <>
        <ChoiceCell {...cell} field="field" choices={STANDARD_FIELDS} group="standardField" />
        <TextCell {...cell} field="kind" width={170} />
        <TextCell {...cell} field="code" width={190} />
        <ChoiceCell {...cell} field="result" choices={['met', 'failed']} group="result" />
      </>
    )}
  </ListedInput>
);

/** Production sites abroad. An empty list says that there is none, no list that nobody knows. */
export function SitesInput({ shown, value, onChange }: Props) {
  const { t, i18n } = useTranslation('investor');
  return (
    <ListedInput {...{ shown, value, onChange }} kind="sites">
      {(cell) => (
        <>
          <SelectCell {...cell} field="country" data={countriesIn(i18n.language)} />
          <TextCell {...cell} field="site" width={300} />
        </>
      )}
      {(value ?? []).length === 0 && (
        <Checkbox
          label={t('listed.noSites')}
          checked={value !== undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? [] : undefined)}
        />
      )}
    </ListedInput>
  );
}

interface Cell {
  /** Id of the first input of the list, to which whoever is led to the fact comes. */
  id: string;
  row: Row;
  number: number;
  set: (field: string, value: string) => void;
}
interface ListedProps extends Props {
  kind: ListKind;
  children: [(cell: Cell) => ReactNode, ReactNode] | ((cell: Cell) => ReactNode);
}

function ListedInput({ kind, shown, value = [], onChange, children }: ListedProps) {
  const { t } = useTranslation('investor');
  const { id, label, description, error, onFocus, onBlur } = shown;
  const [entry, below] = Array.isArray(children) ? children : [children];
  const add = () => {
    onChange([...value, {}]);
    requestAnimationFrame(() => document.getElementById(cellId(id, value.length))?.focus());
  };
  return (
    <Input.Wrapper {...{ label, description, error }} labelElement="div" onFocus={onFocus} onBlur={onBlur}>
      <Stack gap="sm" mt={6} role="group" aria-label={label}>
        {value.map((row, at) => (
          <Group key={at} gap="xs" align="flex-end" p="sm" className={classes.entry}>
            {entry({
              ...{ id: cellId(id, at), row, number: at + 1 },
              set: (field, text) => onChange(withEntry(value, at, field, text)),
            })}
            <Button
              variant="default"
              onClick={() => onChange(withoutEntry(value, at))}
              aria-label={t('listed.removeOne', { name: label, number: at + 1 })}
            >
              {t('lines.remove')}
            </Button>
          </Group>
        ))}
        {below}
        <div>
          <Button
            id={value.length === 0 ? id : undefined}
            size="xs"
            variant="default"
            disabled={value.length >= MOST_ENTRIES[kind]}
            onClick={add}
          >
            {t(`listed.add.${kind}`)}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}

const cellId = (id: string, at: number): string => (at === 0 ? id : `${id}-${at}`);

interface FieldOfCell extends Cell {
  field: 'field' | 'kind' | 'code' | 'result' | 'country' | 'site';
}
function useNames({ field, number }: Pick<FieldOfCell, 'field' | 'number'>) {
  const { t } = useTranslation('investor');
  const label = t(`listed.columns.${field}`);
  return { label, 'aria-label': t('listed.cell', { column: label, number }) };
}

function TextCell({ field, row, number, set, width }: FieldOfCell & { width: number }) {
  const { t } = useTranslation('investor');
  const examples = t('listed.examples', { returnObjects: true }) as Partial<Record<string, string>>;
  return (
    <TextInput
      {...useNames({ field, number })}
      placeholder={examples[field]}
      w={width}
      maw="100%"
      maxLength={MOST_TEXT[field as keyof typeof MOST_TEXT]}
      value={textOf(row[field])}
      onChange={({ currentTarget }) => set(field, visibleLine(currentTarget.value))}
    />
  );
}

function SelectCell({ id, field, row, number, set, data }: FieldOfCell & { data: Option[] }) {
  const isFirst = field === 'field' || field === 'country';
  return (
    <NativeSelect
      {...useNames({ field, number })}
      id={isFirst ? id : undefined}
      w={field === 'country' ? 200 : 160}
      maw="100%"
      value={textOf(row[field])}
      data={[{ value: '', label: '–' }, ...data]}
      onChange={({ currentTarget }) => set(field, currentTarget.value)}
    />
  );
}
interface Option {
  value: string;
  label: string;
}

type ChoiceProps = FieldOfCell & { choices: readonly string[]; group: 'standardField' | 'result' };
function ChoiceCell({ choices, group, ...cell }: ChoiceProps) {
  const { t } = useTranslation('investor');
  const words: Partial<Record<string, string>> = t(`choices.${group}`, { returnObjects: true });
  return <SelectCell {...cell} data={choices.map((value) => ({ value, label: words[value] ?? value }))} />;
}
