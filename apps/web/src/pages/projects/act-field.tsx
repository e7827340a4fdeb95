import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.js';
import { DossierPicker } from './dossier-picker.js';
import { type Entered } from './project-acts.js';

/** What an act asks for. */
export interface FieldOfAct {
  name: string;
  label: string;
  kind: 'text' | 'area' | 'day' | 'choice' | 'dossier';
  choices?: readonly { value: string; label: string }[];
  /** Characters at least; none where it may be left out. */
  least?: number;
  most?: number;
}
export const fieldIdOfAct = (name: string): string => `act-${name}`;

/** What a field lacks: a number of characters, or anything at all; null when nothing. */
export function gapOf({ name, least = 0 }: FieldOfAct, entered: Entered): number | null {
  const length = (entered[name] ?? '').trim().length;
  return length < least ? least : null;
}

interface Props {
  field: FieldOfAct;
  entered: Entered;
  showGap: boolean;
  onEnter: (value: string) => void;
}

export function ActField({ field, entered, showGap, onEnter }: Props) {
  const { t } = useTranslation('register');
  const { name, label, kind, choices = [], least = 0, most } = field;
  const gap = showGap ? gapOf(field, entered) : null;
  const error = gap === null ? undefined : gap > 1 ? t('act.tooShort', { count: gap }) : t('act.missing');
  const around = {
    id: fieldIdOfAct(name),
    label,
    error,
    value: entered[name] ?? '',
    withAsterisk: least > 0,
    maxLength: most,
  };
  const typed = (event: { currentTarget: { value: string } }) => onEnter(event.currentTarget.value);
  switch (kind) {
    case 'area':
      return <Textarea {...around} autosize minRows={2} onChange={typed} />;
    case 'choice':
      return (
        <NativeSelect
          {...around}
          data={[{ value: '', label: t('form.choose') }, ...choices]}
          onChange={typed}
        />
      );
    case 'dossier':
      return (
        <DossierPicker id={around.id} label={label} value={around.value} error={error} onChoose={onEnter} />
      );
    case 'day':
      return <DateField {...around} onChange={onEnter} />;
    default:
      return <TextInput {...around} onChange={typed} />;
  }
}
