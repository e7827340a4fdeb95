import { ValidateBy } from 'class-validator';

/**
 * A text of so many characters, the least counted without the blanks around it: what is stored has lost them, and a text
 * of blanks alone says nothing. Takes the place of `Length`, whose name its fault keeps.
 */
export const TextLength = (min: number, max: number): PropertyDecorator =>
  ValidateBy({
    name: 'length',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && value.trim().length >= min && value.length <= max,
    },
  });
