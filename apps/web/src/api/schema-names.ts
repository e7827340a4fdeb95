import { type components } from './schema.js';

/** A shape of the API by the name it has in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
