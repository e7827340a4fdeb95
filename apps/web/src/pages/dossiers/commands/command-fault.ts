import { useTranslation } from 'react-i18next';
import { fieldByName, type FieldOf } from '../../../ui/fault-pointer.js';
import { fieldIdOf } from './command-field.js';

/** Fields that stand elsewhere in the payload than in the form, where their last name would mean another one. */
const ELSEWHERE: [place: string, name: string][] = [
  ['/headConsent/note', '/headNote'],
  ['/timelyProof/documentId', '/proofDocumentId'],
  ['/consultation/form', '/consultationForm'],
  ['/consultation/reason', '/consultationReason'],
];

/** The pointer into the payload of a command as it would be, were the payload as flat as its form. */
export const flatPointer = (pointer: string): string =>
  ELSEWHERE.reduce((flat, [place, name]) => flat.replace(place, name), pointer);

/**
 * Which field of a command a refusal speaks of.
 * @param names the fields that are on the screen; the others are named all the same, but lead nowhere
 */
export function useFieldOfCommand(names: readonly string[]): FieldOf {
  const { t, i18n } = useTranslation('dossier');
  const known = fieldByName((name) =>
    i18n.exists(`fields.${name}`, { ns: 'dossier' })
      ? { label: t(`fields.${name as 'reason'}`), id: names.includes(name) ? fieldIdOf(name) : null }
      : null,
  );
  return (pointer) => known(flatPointer(pointer));
}
