import { resolve } from 'node:path';
import {
  bool,
  type Environment,
  int,
  list,
  OFFICE_VARIABLES,
  type OfficeConfig,
  oneOf,
  PLACE_VARIABLES,
  type PlaceConfig,
  readOffice,
  readPlaces,
  readTelemetry,
  TELEMETRY_VARIABLES,
  type TelemetryConfig,
  text,
  url,
  WrongConfiguration,
} from '#configuration';
import { PROXY_WORDS, trustedProxies } from './http/trusted-proxies.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const PRODUCTION_EXCEPTIONS = ['demo_accounts', 'embedded_database'] as const;
const SECRET_MIN = 32;
/** Longer than it takes to find out, and too short for a person to notice. */
const NOT_FOUND_AFTER = 25;
const MIB = 1024 * 1024;
/** Known to everybody who reads the repository; production refuses them. */
export const DEFAULT_JWT_SECRET = 'techgate-demonstration-jwt-secret-not-for-production';
export const DEFAULT_SESSION_SECRET = 'techgate-demonstration-session-secret-not-for-production';

/** Everything that the API process may be told from outside. */
export interface ApiConfig extends OfficeConfig, PlaceConfig, TelemetryConfig {
  production: boolean;
  /** Whether accounts with the published password may sign in. */
  demoAccounts: boolean;
  host: string;
  port: number;
  publicUrl: string;
  /** Proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  embeddedDatabase: boolean;
  /** Absolute folder of the built web application; without one the API answers no pages. */
  webFolder: string;
  uploadMaxBytes: number;
  /** How many documents and bytes one dossier may hold. */
  dossierRoom: { documents: number; bytes: number };
  jwtSecret: string;
  sessionSecret: string;
  secureCookies: boolean;
  /** Requests per minute: of one address by what it asks for, and of one person. */
  rates: { general: number; pages: number; signIn: number; preview: number; person: number };
  /**
   * Seconds within which the header, a JSON body and a whole upload have to arrive, one statement of SQL to end, and the answer
   * to a request to begin.
   */
  timeLimits: { headers: number; body: number; upload: number; statement: number; request: number };
  /** Milliseconds after which "not found" is answered, so that its time does not tell "not yours" from "not there"; 0: at once. */
  notFoundAfter: number;
  /** Streams of events: seconds of life and between signs of life, and how many of one person and in all, in this process. */
  events: { streamSeconds: number; heartbeatSeconds: number; perPerson: number; total: number };
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Every variable that is read, with an example: the content of `.env.example`. */
export const VARIABLES = {
  NODE_ENV: 'development',
  ...OFFICE_VARIABLES,
  ...PLACE_VARIABLES,
  ...TELEMETRY_VARIABLES,
  DEMO_ACCOUNTS: 'true',
  PRODUCTION_EXCEPTIONS: '',
  HOST: '127.0.0.1',
  PORT: '3000',
  PUBLIC_URL: 'http://localhost:3000',
  TRUSTED_PROXIES: '',
  EMBEDDED_DATABASE: 'false',
  WEB_FOLDER: 'dist/web',
  UPLOAD_MAX_MIB: '50',
  DOSSIER_DOCUMENTS_MAX: '500',
  DOSSIER_MIB_MAX: '5120',
  JWT_SECRET: DEFAULT_JWT_SECRET,
  SESSION_SECRET: DEFAULT_SESSION_SECRET,
  SECURE_COOKIES: 'false',
  RATE_PER_MINUTE: '1200',
  PAGE_RATE_PER_MINUTE: '12000',
  PERSON_RATE_PER_MINUTE: '600',
  SIGN_IN_RATE_PER_MINUTE: '20',
  PREVIEW_RATE_PER_MINUTE: '30',
  HEADERS_TIMEOUT_SECONDS: '10',
  BODY_TIMEOUT_SECONDS: '30',
  UPLOAD_TIMEOUT_SECONDS: '600',
  STATEMENT_TIMEOUT_SECONDS: '30',
  REQUEST_TIMEOUT_SECONDS: '40',
  EVENT_STREAM_SECONDS: '900',
  EVENT_HEARTBEAT_SECONDS: '20',
  EVENT_STREAMS_PER_PERSON: '10',
  EVENT_STREAMS_MAX: '2000',
  LOG_LEVEL: 'info',
} as const;

/**
 * Reads and checks the configuration; the only reader of the environment in the API.
 * @throws WrongConfiguration with the variable's name and what is allowed.
 */
export function readConfig(env: Environment = process.env): ApiConfig {
  const production =
    oneOf(env, 'NODE_ENV', ['development', 'test', 'production'], 'development') === 'production';
  const config: ApiConfig = {
    production,
    ...readOffice(env),
    ...readPlaces(env),
    ...readTelemetry(env),
    demoAccounts: bool(env, 'DEMO_ACCOUNTS', !production),
    ...readNetwork(env, production),
    timeLimits: readTimeLimits(env),
    notFoundAfter: NOT_FOUND_AFTER,
    events: readEvents(env),
    ...readStorage(env),
    ...readSecrets(env),
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  if (production) refuseDemonstration(config, list(env, 'PRODUCTION_EXCEPTIONS', PRODUCTION_EXCEPTIONS));
  return config;
}

function readNetwork(env: Environment, production: boolean) {
  const port = int(env, 'PORT', 3000, 0, 65535);
  return {
    host: text(env, 'HOST', VARIABLES.HOST, /^[\w.:-]+$/),
    port,
    publicUrl: url(env, 'PUBLIC_URL', ['http:', 'https:'], `http://localhost:${port}`).origin,
    trustedProxies: readProxies(env),
    secureCookies: bool(env, 'SECURE_COOKIES', production),
    rates: {
      person: int(env, 'PERSON_RATE_PER_MINUTE', 600, 1, 1_000_000),
      general: int(env, 'RATE_PER_MINUTE', 1200, 1, 1_000_000),
      pages: int(env, 'PAGE_RATE_PER_MINUTE', 12_000, 1, 1_000_000),
      signIn: int(env, 'SIGN_IN_RATE_PER_MINUTE', 20, 1, 1_000_000),
      preview: int(env, 'PREVIEW_RATE_PER_MINUTE', 30, 1, 1_000_000),
    },
  };
}

function readProxies(env: Environment): string[] {
  const proxies = list(env, 'TRUSTED_PROXIES');
  try {
    trustedProxies(proxies);
  } catch {
    throw new WrongConfiguration('TRUSTED_PROXIES', PROXY_WORDS);
  }
  return proxies;
}

const readTimeLimits = (env: Environment) => ({
  headers: int(env, 'HEADERS_TIMEOUT_SECONDS', 10, 1, 120),
  body: int(env, 'BODY_TIMEOUT_SECONDS', 30, 1, 600),
  upload: int(env, 'UPLOAD_TIMEOUT_SECONDS', 600, 1, 7200),
  statement: int(env, 'STATEMENT_TIMEOUT_SECONDS', 30, 1, 600),
  request: int(env, 'REQUEST_TIMEOUT_SECONDS', 40, 1, 600),
});

const readEvents = (env: Environment) => ({
  streamSeconds: int(env, 'EVENT_STREAM_SECONDS', 900, 10, 86_400),
  heartbeatSeconds: int(env, 'EVENT_HEARTBEAT_SECONDS', 20, 1, 60),
  perPerson: int(env, 'EVENT_STREAMS_PER_PERSON', 10, 1, 1000),
  total: int(env, 'EVENT_STREAMS_MAX', 2000, 1, 100_000),
});

function readStorage(env: Environment) {
  return {
    embeddedDatabase: bool(env, 'EMBEDDED_DATABASE', false),
    webFolder: resolve(text(env, 'WEB_FOLDER', VARIABLES.WEB_FOLDER)),
    uploadMaxBytes: int(env, 'UPLOAD_MAX_MIB', 50, 1, 1024) * MIB,
    dossierRoom: {
      documents: int(env, 'DOSSIER_DOCUMENTS_MAX', 500, 1, 100_000),
      bytes: int(env, 'DOSSIER_MIB_MAX', 5120, 1, 1_048_576) * MIB,
    },
  };
}

const SECRET = new RegExp(`^.{${SECRET_MIN},}$`);

function readSecrets(env: Environment) {
  return {
    jwtSecret: text(env, 'JWT_SECRET', DEFAULT_JWT_SECRET, SECRET, `at least ${SECRET_MIN} characters`),
    sessionSecret: text(
      env,
      'SESSION_SECRET',
      DEFAULT_SESSION_SECRET,
      SECRET,
      `at least ${SECRET_MIN} characters`,
    ),
  };
}

function refuseDemonstration(config: ApiConfig, exceptions: readonly string[]): void {
  const excepted = (name: (typeof PRODUCTION_EXCEPTIONS)[number]) => exceptions.includes(name);
  if (config.jwtSecret === DEFAULT_JWT_SECRET)
    throw new WrongConfiguration('JWT_SECRET', 'a secret of your own');
  if (config.sessionSecret === DEFAULT_SESSION_SECRET)
    throw new WrongConfiguration('SESSION_SECRET', 'a secret of your own');
  if (config.demoAccounts && !excepted('demo_accounts')) {
    throw new WrongConfiguration(
      'DEMO_ACCOUNTS',
      'false in production, or PRODUCTION_EXCEPTIONS=demo_accounts',
    );
  }
  if (config.embeddedDatabase && !excepted('embedded_database')) {
    throw new WrongConfiguration(
      'EMBEDDED_DATABASE',
      'false in production, or PRODUCTION_EXCEPTIONS=embedded_database',
    );
  }
}
