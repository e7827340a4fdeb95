import { type components, type paths } from './schema.js';

/** A shape of the API by the name it has in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Reads = { [Path in keyof paths]: paths[Path] extends { get: object } ? Path : never }[keyof paths];
/** What an address that is read may ask for in its query. */
export type QueryOf<Path extends Reads> = NonNullable<paths[Path]['get']['parameters']['query']>;
