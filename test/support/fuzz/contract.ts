import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A schema of the OpenAPI document, as far as it says what a value may be. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  nullable?: boolean;
  example?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}
export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required: boolean;
  schema: Schema;
}
export interface Operation {
  /** `POST /api/v1/dossiers/{id}/council`. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  parameters: Parameter[];
  body: Schema | null;
  multipart: boolean;
  who: readonly string[] | 'public' | 'signed_in';
  /** Statuses that are documented. */
  statuses: ReadonlySet<number>;
}
interface RawOperation {
  parameters?: (Partial<Parameter> & { in: Parameter['in']; name: string })[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
  'x-policy': { who: Operation['who'] };
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What `openapi.json` promises, for whoever holds the API to it. */
export class Contract {
  readonly operations: Operation[];
  private readonly schemas: Record<string, Schema>;

  constructor() {
    const document = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, RawOperation>>;
      components: { schemas: Record<string, Schema> };
    };
    this.schemas = document.components.schemas;
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => METHODS.includes(method))
        .map(([method, operation]) => read(path, method, operation)),
    );
  }

  /** A schema with its references followed one step, parts of `allOf` joined. */
  resolve(schema: Schema): Schema {
    if (schema.$ref) return this.resolve(this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    if (!schema.allOf) return schema;
    return schema.allOf.reduce<Schema>((whole, part) => ({ ...whole, ...this.resolve(part) }), {});
  }
}

function read(path: string, method: string, operation: RawOperation): Operation {
  const content = Object.entries(operation.requestBody?.content ?? {})[0];
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase() as Operation['method'],
    path,
    parameters: (operation.parameters ?? []).map(({ required = false, schema = {}, ...parameter }) => ({
      ...parameter,
      required,
      schema,
    })),
    body: content?.[1].schema ?? null,
    multipart: content?.[0] === 'multipart/form-data',
    who: operation['x-policy'].who,
    statuses: new Set(Object.keys(operation.responses).map(Number).filter(Number.isFinite)),
  };
}

/** The codes of `docs/errors.md` with their statuses. */
export function documentedProblems(): Map<string, number> {
  const rows = readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8').matchAll(/^\| `(\w+)` \| (\d{3}) \|/gm);
  return new Map([...rows].map(([, code = '', status]) => [code, Number(status)]));
}
