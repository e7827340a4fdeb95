import { type Journey } from '../journey.types.js';
import { type CaseFile, known } from './case-file.js';
import { type People } from './people.js';

export interface ReferenceContext {
  journey: Journey;
  file: CaseFile;
  people: People;
  /** What the players of every journey have in their hands, by the journey's id. */
  files: ReadonlyMap<string, CaseFile>;
}
type Resolve = (name: string, context: ReferenceContext) => unknown;

/**
 * `$people.x` id of a person, `$organisationOf.x` of their house, `$documents.x` of an upload, `$facts.x` a set of facts,
 * `$dossierOf.x` the dossier of another journey.
 */
const KINDS: Record<string, Resolve> = {
  people: (name, { people }) => people.idOf(name),
  organisationOf: (name, { people }) => people.organisationOf(name),
  documents: (name, { file }) => known(file.documents, name, 'document'),
  dossierOf: (name, { files }) => known(files, name, 'journey').id,
  facts: (name, context) => {
    const facts = context.journey.facts[name];
    if (facts === undefined) throw new Error(`the journey has no facts ${name}`);
    return resolved(facts, context);
  },
};

/** A value of a step with every reference replaced. @throws Error for a reference to nothing */
export async function resolved(value: unknown, context: ReferenceContext): Promise<unknown> {
  if (typeof value === 'string') return reference(value, context);
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolved(item, context)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    async ([name, item]) => [name, await resolved(item, context)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function reference(text: string, context: ReferenceContext): unknown {
  const [, kind = '', name = ''] = /^\$(\w+)\.(.+)$/.exec(text) ?? [];
  const resolve = KINDS[kind];
  if (resolve) return resolve(name, context);
  if (text.startsWith('$'))
    throw new Error(`${text} refers to nothing; known are ${Object.keys(KINDS).join(', ')}`);
  return text;
}
