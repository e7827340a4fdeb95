import { ApiQuery } from '@nestjs/swagger';
import { DATE_BASES } from '#contracts';
import { FILTER_NAMES } from '#projects';

type FilterName = (typeof FILTER_NAMES)[number];
/** Conditions that hold for any of several words; the others take one. */
const REPEATED: readonly FilterName[] = [
  ...(['standing', 'followed', 'sector', 'division', 'capitalOrigin'] as const),
  ...(['commune', 'authority', 'source', 'awaiting'] as const),
];
const FLAGS: readonly FilterName[] = ['late', 'undated', 'duplicates'];

function described(name: FilterName): MethodDecorator {
  const usual = { name, required: false };
  if (REPEATED.includes(name)) return ApiQuery({ ...usual, isArray: true, type: String });
  if (FLAGS.includes(name)) return ApiQuery({ ...usual, enum: ['true', 'false'] });
  return name === 'dateBasis' ? ApiQuery({ ...usual, enum: [...DATE_BASES] }) : ApiQuery(usual);
}

/** Documents the filter of the register on a route. @param without conditions that the route does not take */
export const WithProjectFilter =
  (...without: FilterName[]): MethodDecorator =>
  (target, key, descriptor) => {
    for (const name of FILTER_NAMES.filter((one) => !without.includes(one)))
      described(name)(target, key, descriptor);
  };
