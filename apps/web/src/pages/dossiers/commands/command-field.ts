import { type CommandField, type CommandValues } from './command-fields.js';
import { type DossierView } from '../dossier.types.js';

/** The id of the field of a value, so that a fault can lead to it. */
export const fieldIdOf = (name: string): string => `command-${name}`;

export interface FieldProps {
  dossier: DossierView;
  field: CommandField;
  label: string;
  value: CommandValues[string] | undefined;
  onChange: (value: CommandValues[string]) => void;
  error: string | null;
}
