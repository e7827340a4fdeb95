import { Anchor, List, Text } from '@mantine/core';
import { type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isFlat, nameOfRow, type Place, type Row, rowId, type ValueFault } from '../draft/draft.types.js';
import { type FieldName, FIELDS } from '../fields/field.types.js';
import { useFaultText } from '../fields/use-fault-text.js';
import { useEditing } from './draft.context.js';
import { type FormalFault } from './formal-fault.js';
import { addressOf, fieldId, focusField } from './named-field.js';
import { type Task, taskOfSection } from './tasks.js';

/** Leads to a field: with the focus when it stands on this page, over the address of its task otherwise. */
export function FieldLink({
  task,
  place,
  children,
}: {
  task: Task;
  place: Place | null;
  children: ReactNode;
}) {
  const { dossier } = useEditing();
  return (
    <Anchor
      component={Link}
      href={`/dossiers/${dossier.id}/edit${addressOf(task, place)}`}
      onClick={(event: MouseEvent) => {
        if (place?.field != null && focusField(fieldId(place))) event.preventDefault();
      }}
    >
      {children}
    </Anchor>
  );
}

/** Where a value stands, as a person knows it: the name of its row and of its field. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useTranslation(['investor', 'editor']);
  const { state } = useEditing();
  const parts: Partial<Record<string, string>> = t('editor:parts', { returnObjects: true });
  const rowName = ({ section, id }: Place): string => {
    if (isFlat(section)) return t(`sections.${section}`);
    const rows: Row[] = state.draft[section];
    const index = rows.findIndex((row, at) => rowId(row, at) === id);
    const unnamed = t('editor:numbered', { section: t(`sections.${section}`), number: index + 1 });
    return nameOfRow(rows[index] ?? {}, unnamed);
  };
  const fieldName = ({ section, field }: Place): string => {
    if (field === null) return '';
    if (section === 'project' && field === 'name') return t('fields.projectName');
    return Object.hasOwn(FIELDS, field) ? t(`fields.${field as FieldName}`) : (parts[field] ?? '');
  };
  return (place) => [rowName(place), fieldName(place)].filter((name) => name !== '').join(' · ');
}

/** What stands against submitting, each a link to where it is mended. */
export function FormalFaults({ faults }: { faults: readonly FormalFault[] }) {
  const { t } = useTranslation('editor');
  const placeName = usePlaceName();
  const texts: Partial<Record<string, string>> = t('formal', { returnObjects: true });
  return (
    <List size="sm">
      {faults.map(({ code, task, place }) => {
        const text = texts[code] ?? t('formal.other');
        const said = place === null || place.section === 'project' ? text : `${placeName(place)}: ${text}`;
        return (
          <List.Item key={`${code} ${JSON.stringify(place)}`}>
            {task === null ? (
              said
            ) : (
              <FieldLink task={task} place={place}>
                {said}
              </FieldLink>
            )}
          </List.Item>
        );
      })}
    </List>
  );
}

const SHOWN = 20;

/** Values that could not be saved, each a link to its field. */
export function HeldValues({ faults }: { faults: readonly ValueFault[] }) {
  const { t } = useTranslation('editor');
  const placeName = usePlaceName();
  const faultText = useFaultText();
  return (
    <>
      <List size="sm" mt="xs">
        {faults.slice(0, SHOWN).map((fault) => (
          <List.Item key={`${fault.section} ${fault.id} ${fault.field} ${fault.code}`}>
            <FieldLink task={taskOfSection(fault.section)} place={fault}>
              {placeName(fault)}: {faultText(fault)}
            </FieldLink>
          </List.Item>
        ))}
      </List>
      {faults.length > SHOWN && <Text size="sm">{t('more', { count: faults.length - SHOWN })}</Text>}
    </>
  );
}
