import { useTranslation } from 'react-i18next';
import { fieldByName, type FieldOf } from '../../ui/fault-pointer.js';

type IntakeField = 'number' | 'on' | 'receivedOn' | 'projectName' | 'sender' | 'investor' | 'procedure';
/** What the API calls what the clerk typed of a letter. */
const SENT_AS = new Map<string, IntakeField>([
  ...(['number', 'on', 'receivedOn', 'projectName'] as const).map((name): [string, IntakeField] => [
    name,
    name,
  ]),
  ['onBehalfOf', 'sender'],
  ['investorOrgId', 'investor'],
  ['procedureId', 'procedure'],
]);

export const intakeFieldId = (field: IntakeField): string => `intake-${field}`;

/** Which field of the letter a refusal of the intake speaks of. */
export function useFieldOfIntake(): FieldOf {
  const { t } = useTranslation('clerk');
  return fieldByName((name) => {
    const field = SENT_AS.get(name);
    return field === undefined ? null : { label: t(`intake.${field}`), id: intakeFieldId(field) };
  });
}
