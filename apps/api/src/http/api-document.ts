import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemOf, type ProblemCode } from '#contracts';

const DESCRIPTION = [
  'Appraisal of the technology of investment projects: dossiers, screening, opinions, decisions, letters, and the log that proves them.',
  'Errors are RFC 9457 problem documents (`urn:techgate:problem:<code>`); Accept-Language chooses vi (default) or en.',
  'Lists are keyset pages; writes accept Idempotency-Key; changes to a dossier need If-Match; commands accept ?dryRun=true.',
].join('\n\n');

const SHOWN: ProblemCode[] = [
  'malformed_request',
  'not_signed_in',
  'forbidden',
  'not_found',
  'precondition_required',
  'rate_limited',
];

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

const exampleOf = (code: ProblemCode) => {
  const problem = problemOf(code);
  return {
    value: {
      type: `urn:techgate:problem:${code}`,
      title: problem.en.title,
      status: problem.status,
      detail: problem.en.action,
      instance: '/api/v1/…',
      code,
      requestId: '0b7c6f0e-7d2f-4b7e-9a55-5d8f5a3d9a10',
    },
  };
};

const problemResponse = () => ({
  description: 'A named refusal',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(SHOWN.map((code) => [code, exampleOf(code)])),
    },
  },
});

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
    responses: { ...document.components?.responses, Problem: problemResponse() },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation)
        operation.responses = { ...operation.responses, default: { $ref: '#/components/responses/Problem' } };
    }
  }
  return document;
}
