import { type Environment, text, url, WrongConfiguration } from './readers.js';

/** Who may read what a process tells of itself, and where it sends its traces. */
export interface TelemetryConfig {
  /** The bearer token that opens /metrics; null: programs of the same machine only. */
  metricsToken: string | null;
  /** Null: no traces, and nothing of them is loaded. */
  traces: { endpoint: string; share: number } | null;
}

/** The variables with an example each; those of traces are named as everywhere else. */
export const TELEMETRY_VARIABLES = {
  METRICS_TOKEN: '',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  OTEL_TRACES_SAMPLER_ARG: '1',
} as const;

const TOKEN = /^$|^[\x21-\x7e]{32,200}$/;
const SHARE = /^(0|1|0?\.\d{1,6}|1\.0{1,6})$/;

/** Reads the settings of figures and traces. @throws WrongConfiguration with the variable's name and what is allowed */
export function readTelemetry(env: Environment): TelemetryConfig {
  const token = text(env, 'METRICS_TOKEN', '', TOKEN, '32 to 200 visible characters without spaces');
  const share = Number(text(env, 'OTEL_TRACES_SAMPLER_ARG', '1', SHARE, 'a share from 0 to 1'));
  return { metricsToken: token === '' ? null : token, traces: readEndpoint(env, share) };
}

function readEndpoint(env: Environment, share: number): TelemetryConfig['traces'] {
  const name = 'OTEL_EXPORTER_OTLP_ENDPOINT';
  if ((env[name] ?? '').trim() === '') return null;
  const address = url(env, name, ['http:', 'https:'], '');
  if (address.username !== '' || address.search !== '')
    throw new WrongConfiguration(name, 'an address without credentials or query');
  return { endpoint: address.href.replace(/\/$/, ''), share };
}
