import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { DateField } from '../../../ui/date-field.js';
import { AssigneeField } from './assignee-field.js';
import { taskOf } from './assignee-fit.js';
import { fieldIdOf, type FieldProps } from './command-field.js';
import { AnswersField, InconclusiveField } from './command-answers.js';
import { useChoices } from './command-choices.js';
import { ConditionsField } from './command-conditions.js';
import { COMMAND_FIELDS, type CommandField, type CommandValues } from './command-fields.js';
import { ItemsField } from './command-items.js';
import { PicksField } from './command-picks.js';
import { DocumentChoice } from './document-choice.js';
import { type DossierView } from '../dossier.types.js';
import { ReplyDayField } from './reply-day.field.js';
import { TechnicalCheckField } from './technical-check-field.js';

interface FormProps {
  dossier: DossierView;
  command: CommandName;
  values: CommandValues;
  onChange: (values: CommandValues) => void;
  /** Names of required fields that are empty, once somebody tried to go on. */
  gaps: readonly string[];
  /** Some of the fields only; all of them when not given. */
  fields?: readonly CommandField[];
}

/** The form of a command, one field after the other. */
export function CommandForm({ dossier, command, values, onChange, gaps, fields }: FormProps) {
  const { t } = useTranslation('dossier');
  const isAsked = ({ only }: CommandField) => only === undefined || only === dossier.status;
  return (
    <Stack gap="md">
      {(fields ?? COMMAND_FIELDS[command]).filter(isAsked).map((field) => (
        <Field
          key={field.name}
          dossier={dossier}
          field={field}
          label={t(`fields.${field.name as 'reason'}`)}
          value={values[field.name]}
          values={values}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
          error={gaps.includes(field.name) ? t('fields.missing') : null}
        />
      ))}
    </Stack>
  );
}

function Field({ values, ...props }: FieldProps & Pick<FormProps, 'values'>) {
  const { field, label, value, onChange, error } = props;
  const common = { id: fieldIdOf(field.name), label, required: field.required ?? false, error };
  switch (field.kind) {
    case 'text':
    case 'lines':
      return (
        <Textarea
          {...common}
          autosize
          minRows={field.kind === 'text' ? (field.rows ?? 2) : 3}
          maxLength={20_000}
          value={(value as string | undefined) ?? ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'date': {
      const day = { ...common, value: (value as string | undefined) ?? '', onChange };
      return field.name === 'replyBy' ? <ReplyDayField {...day} /> : <DateField {...day} maw={240} />;
    }
    case 'number':
      return (
        <TextInput
          {...common}
          type="number"
          min={1}
          maw={240}
          value={(value as string | undefined) ?? ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'people':
      return <AssigneeField {...props} task={taskOf(values['kind'])} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'items':
      return <ItemsField {...props} />;
    case 'answers':
      return <AnswersField {...props} />;
    case 'findings':
    case 'criteria':
      return <PicksField {...props} />;
    case 'inconclusive':
      return <InconclusiveField {...props} />;
    case 'conditions':
      return <ConditionsField {...props} />;
    case 'check':
      return <TechnicalCheckField {...props} />;
    case 'document':
      return (
        <DocumentChoice
          {...common}
          dossierId={props.dossier.id}
          kind={field.upload}
          value={(value as string | undefined) ?? ''}
          onChange={onChange}
        />
      );
  }
}

function ChoiceField({ dossier, field, label, value, onChange, error }: FieldProps) {
  const { t } = useTranslation('dossier');
  const choices = useChoices(dossier, field.kind === 'choice' ? field.from : 'outcome');
  return (
    <NativeSelect
      id={fieldIdOf(field.name)}
      label={label}
      required={field.required ?? false}
      error={error}
      data={[{ value: '', label: t('fields.choose') }, ...choices]}
      value={(value as string | undefined) ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
