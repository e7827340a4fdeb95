import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsObject, ValidateNested } from 'class-validator';

/**
 * A field that holds one object of this class. `ValidateNested` alone takes a list of such objects, too, and lists of lists of them,
 * and the code behind would not.
 * @param of the class, given late because classes name each other
 */
export const Nested = (of: () => Class): PropertyDecorator =>
  applyDecorators(IsObject(), ValidateNested(), Type(of));

/** A field that holds a flat list of objects of this class. Its least and greatest length are told beside it. */
export const NestedList = (of: () => Class): PropertyDecorator =>
  applyDecorators(IsArray(), IsObject({ each: true }), ValidateNested({ each: true }), Type(of));
