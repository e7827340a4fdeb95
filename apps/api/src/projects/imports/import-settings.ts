import { IMPORT_FIELDS, type ImportField, type ImportSettings } from '#projects';
import { type PreviewImportDto } from './imports.dto.js';

/** Column from 0 of its letters. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What a person chose, with columns as numbers. */
export function settingsOf({ sheet, headerRow, mapping, units }: PreviewImportDto): ImportSettings {
  const columns = IMPORT_FIELDS.flatMap((field): [ImportField, number][] => {
    const letters = mapping[field];
    return letters === undefined ? [] : [[field, columnOf(letters)]];
  });
  return {
    sheet,
    headerRow,
    mapping: Object.fromEntries(columns),
    amount: {
      ...(units?.capital === undefined ? {} : { unit: units.capital }),
      ...(units?.decimal === undefined ? {} : { decimal: units.decimal }),
    },
  };
}
