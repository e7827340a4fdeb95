import { type IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { loadLawToRun } from '#dossiers';
import { civilDateOf, systemClock, VERSION } from '#kernel';
import { AppModule, type Overrides } from './app.module.js';
import { type ApiConfig } from './config.js';
import { apiDocument } from './http/api-document.js';
import { answerInTime } from './http/answer-in-time.js';
import { JSON_LIMIT_BYTES, raiseBodyLimit } from './http/body-limits.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { logRequest, requestIdOf, routeOf, type SeenRequest } from './http/request-log.js';
import { keepSubjects } from './http/request-subjects.js';
import { RoutesByPath } from './http/routes-by-path.js';
import { trustedProxies } from './http/trusted-proxies.js';
import { UnroutedAnswers } from './http/unrouted-answers.js';
import { limitSlowBodies } from './http/slow-bodies.js';
import { securityHeaders } from './http/security-headers.js';
import { EVENTS_ROUTE } from './live/event-stream.controller.js';
import { ApiMetrics } from './observability/api-metrics.js';
import { traceRequests } from './observability/trace-requests.js';
import { WebPages } from './web/web-pages.js';
import { addWebRoutes } from './web/web-routes.js';
import { WEB_ROUTES } from './web/web-sections.js';

const UNPREFIXED = ['health/live', 'health/ready', 'health/version', 'metrics'];

/** Longer than the longest answer takes: while one is made nothing moves on its connection. */
const IDLE_SECONDS = 300;
const MAX_HEADER_BYTES = 16 * 1024;
interface Answered {
  statusCode: number;
  elapsedTime: number;
}

const adapterOf = (config: ApiConfig, unrouted: UnroutedAnswers) => {
  const isProxy = trustedProxies(config.trustedProxies);
  return new FastifyAdapter({
    bodyLimit: JSON_LIMIT_BYTES,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    genReqId: (request: IncomingMessage) => requestIdOf(request, isProxy),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // A connection on which nothing moves, a header that trickles in, an upload without end.
    connectionTimeout: IDLE_SECONDS * 1000,
    requestTimeout: config.timeLimits.upload * 1000,
    http: {
      headersTimeout: config.timeLimits.headers * 1000,
      connectionsCheckingInterval: (config.timeLimits.headers * 1000) / 4,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    frameworkErrors: unrouted.answer as never,
    clientErrorHandler: unrouted.breakOff,
  });
};

/** The whole API, ready to listen or to be injected into; the same for production, tests and the demo. */
export async function createApp(
  config: ApiConfig,
  overrides: Overrides = {},
): Promise<NestFastifyApplication> {
  const today = civilDateOf((overrides.clock ?? systemClock).now());
  const packs = overrides.law ?? (await loadLawToRun(config, today));
  const unrouted = new UnroutedAnswers();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, packs, overrides),
    adapterOf(config, unrouted),
    {
      bufferLogs: true,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));
  app.flushLogs();
  if (config.traces) await traceRequests(app.getHttpAdapter().getInstance(), config.traces);
  await addPlugins(app, config, unrouted);
  app.setGlobalPrefix('api/v1', { exclude: UNPREFIXED });
  SwaggerModule.setup('api/docs', app, () => apiDocument(app, VERSION), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The same application in preview mode: modules are scanned, nothing is instantiated, no database is needed. */
export async function createPreview(config: ApiConfig): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, []),
    adapterOf(config, new UnroutedAnswers()),
    {
      preview: true,
      logger: false,
      abortOnError: false,
    },
  );
  app.setGlobalPrefix('api/v1', { exclude: UNPREFIXED });
  return app;
}

/** What is settled for each route as it is added. */
function prepareRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const routes = app.get(RoutesByPath);
  const problems = app.get(ProblemFilter);
  fastify.addHook('onRoute', (route) => {
    routes.note(route);
    raiseBodyLimit(route);
    // Pages, their files and the documentation are added before Nest is there with its filter.
    route.errorHandler = (error, request, reply) => problems.answerError(error, request, reply);
  });
}

/** Every answer is counted and has its line, also where no hook sees it. */
function watchAnswers(app: NestFastifyApplication, unrouted: UnroutedAnswers): void {
  const [logger, metrics, limits] = [app.get(Logger), app.get(ApiMetrics), app.get(RateLimits)];
  const note = (request: SeenRequest, { statusCode: status, elapsedTime }: Answered) => {
    logRequest(logger, request, { statusCode: status, elapsedTime });
    const route = routeOf(request) ?? 'none';
    const seconds = route === EVENTS_ROUTE && status < 300 ? null : elapsedTime / 1000;
    metrics.answered({ method: request.method, route, status, seconds });
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request, reply, done) => {
    note(request, reply);
    done();
  });
  unrouted.watchedBy({
    count: (request, reply) => limits.holdUnroutable(request, reply),
    refused: (code) => metrics.refused(code),
    broken: (code) => metrics.broken(code),
    note,
  });
}

async function addPlugins(
  app: NestFastifyApplication,
  config: ApiConfig,
  unrouted: UnroutedAnswers,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  prepareRoutes(app);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    // What is told to one person is kept by no cache on the way; what is the same for everybody says itself how long it may be.
    if (!WEB_ROUTES.has(routeOf(request) ?? '')) reply.header('cache-control', 'no-store');
    done();
  });
  watchAnswers(app, unrouted);
  await app.register(helmet, securityHeaders(config.secureCookies));
  await app.register(cookie);
  // Routes and their policies are ours; the plugin only knows how to send a file.
  await app.register(files, { root: config.webFolder, serve: false, preCompressed: true });
  addWebRoutes(fastify, app.get(WebPages));
  await app.get(RateLimits).install(app, config.rates);
  keepSubjects(fastify);
  limitSlowBodies(fastify, config.timeLimits.body);
  answerInTime(fastify, config.timeLimits, app.get(ProblemFilter));
  await app.register(multipart, {
    limits: {
      fileSize: config.uploadMaxBytes,
      files: 1,
      fields: 10,
      parts: 12,
      fieldSize: 10_000,
      headerPairs: 50,
    },
  });
}
