import { ValidateBy } from 'class-validator';
import { isCivilDate } from '#kernel';

/** A day that exists, `yyyy-MM-dd`; its fault has the code `is_civil_date`. */
export const IsCivilDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isCivilDate',
    validator: { validate: isCivilDate, defaultMessage: () => 'yyyy-MM-dd' },
  });
