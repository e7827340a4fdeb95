import { applyDecorators } from '@nestjs/common';
import { ValidateBy, ValidateIf } from 'class-validator';

/** The rule that a `null` breaks; its fault is told alone, whatever else `null` is not. */
export const NULL_VALUE = 'nullValue';

/**
 * Marks a field of a request that may be left out. Unlike `IsOptional` it does not let `null` past the rules of the field, which is
 * another thing than leaving it out: a field that `null` empties says so by `nullable` in the OpenAPI, and takes `IsOptional`.
 */
export const MayBeAbsent = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ValidateBy({ name: NULL_VALUE, validator: { validate: (value) => value !== null } }),
  );
