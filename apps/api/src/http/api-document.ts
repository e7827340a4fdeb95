import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { refusalAnswers, refusalsOf } from './documented-refusals.js';
import { type RoutePolicy } from './policy.decorator.js';

const DESCRIPTION = [
  'Appraisal of the technology of investment projects: dossiers, screening, opinions, decisions, letters, and the log that proves them.',
  'Errors are RFC 9457 problem documents (`urn:techgate:problem:<code>`); Accept-Language chooses vi (default) or en.',
  'Lists are keyset pages; writes accept Idempotency-Key; changes to a dossier need If-Match; commands accept ?dryRun=true.',
].join('\n\n');

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', example: 'urn:techgate:problem:not_found' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What the person can do now' },
    instance: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
  additionalProperties: true,
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { 'x-policy'?: RoutePolicy };
type Parameter = NonNullable<Operation['parameters']>[number];

const nameOf = (parameter: Parameter) => ('name' in parameter ? `${parameter.in} ${parameter.name}` : '');

/** Whether the body names the revision that was seen. */
function namesRevision({ requestBody }: Operation, schemas: object): boolean {
  const reference = /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(requestBody ?? {}))?.[1];
  const schema = Object.entries(schemas).find(([name]) => name === reference)?.[1] as
    { properties?: object } | undefined;
  return Object.keys(schema?.properties ?? {}).includes('revision');
}

/** What stands in an address is a text unless the route says what else it is. */
const typed = (parameter: Parameter): Parameter =>
  'in' in parameter && parameter.in === 'query' && Object.keys(parameter.schema ?? {}).length === 0
    ? { ...parameter, schema: { type: 'string' } }
    : parameter;

/** Says of an operation how it refuses, and each parameter once. */
function complete(method: string, path: string, operation: Operation, schemas: object): void {
  const byName = new Map(
    (operation.parameters ?? []).map((parameter) => [nameOf(parameter), typed(parameter)]),
  );
  operation.parameters = [...byName.values()];
  const refusals = refusalsOf({
    method,
    path,
    takesBody: operation.requestBody !== undefined,
    takesIfMatch: byName.has('header If-Match'),
    takesRevision: namesRevision(operation, schemas),
    policy: operation['x-policy'],
  });
  operation.responses = {
    ...operation.responses,
    ...refusals,
    default: { $ref: '#/components/responses/Refused500' },
  };
}

/** The OpenAPI document of the application; every operation shows how it refuses. */
export function apiDocument(app: NestFastifyApplication, version: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('TechGate API')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .addCookieAuth('techgate_session', { type: 'apiKey', in: 'cookie', name: 'techgate_session' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, builder);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    responses: { ...document.components?.responses, ...refusalAnswers() },
  };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (operation) complete(method, path, operation, document.components.schemas ?? {});
    }
  }
  return document;
}
