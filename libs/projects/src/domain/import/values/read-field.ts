import { cellText } from '../columns/header.js';
import { type DAY_FIELDS, type ImportField } from '../columns/import-fields.js';
import { type CellValue } from '../table/table.types.js';
import { textFault } from './clean-text.js';
import { type AmountReading, readAmount } from './read-amount.js';
import {
  readAuthority,
  readCommune,
  readCountry,
  readGroup,
  readOrigin,
  readSector,
  readTaxCode,
  type ReadValue,
} from './read-code.js';
import { type DayReading, readDay } from './read-day.js';

export interface Reading {
  amount: AmountReading;
  days: Record<(typeof DAY_FIELDS)[number], DayReading>;
}
type Reader = (value: CellValue, text: string) => ReadValue<string>;

const readText: Reader = (_, text) => ({ value: text });

const READERS: Readonly<Partial<Record<ImportField, Reader>>> = {
  investorTaxCode: readTaxCode,
  projectAuthority: readAuthority,
  sectorVsic: readSector,
  capitalOrigin: readOrigin,
  investorCountry: readCountry,
  communeCode: readCommune,
  projectGroup: readGroup,
};

/** Reads the cell of a field: its value in the register, or the code of what is wrong with it. */
export function readField(
  field: ImportField,
  value: CellValue,
  { amount, days }: Reading,
): ReadValue<string | number> {
  if (value.kind === 'fault') return { fault: value.code };
  if (value.kind === 'boolean') return { fault: 'word_unknown' };
  const text = cellText({ value, formula: false });
  const garbled = textFault(text);
  if (garbled !== null) return { fault: garbled };
  if (field === 'capitalVnd') {
    const read = readAmount(value, amount);
    return 'amount' in read ? { value: read.amount } : read;
  }
  if (isDayField(field, days)) {
    const read = readDay(value, days[field]);
    return 'day' in read ? { value: read.day } : read;
  }
  return (READERS[field] ?? readText)(value, text);
}

const isDayField = (field: string, days: Reading['days']): field is keyof Reading['days'] => field in days;
