import { ValidateBy } from 'class-validator';

/**
 * A text of so many characters, the least counted without the blanks around it: what is stored has lost them, and a text
 * of blanks alone says nothing. For texts that no rule behind looks at; a reason of blanks has a refusal of its own. Its fault
 * has the code of `Length`.
 */
export const TextLength = (min: number, max: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLength',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && value.trim().length >= min && value.length <= max,
    },
  });
