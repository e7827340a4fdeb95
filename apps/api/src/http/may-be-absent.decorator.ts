import { ValidateIf } from 'class-validator';

/**
 * Marks a field of a request that may be left out. Unlike `IsOptional` it does not let `null` past the rules of the field, which is
 * another thing than leaving it out: a field that `null` empties says so by `nullable` in the OpenAPI, and takes `IsOptional`.
 */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
