import { WrongConfiguration } from './readers.js';
import { readTelemetry, TELEMETRY_VARIABLES } from './telemetry.config.js';

const TOKEN = 'a-token-of-more-than-thirty-two-characters';

describe('figures and traces', () => {
  it('are off when nothing is said, and as the examples say', () => {
    const off = { metricsToken: null, traces: null };
    expect(readTelemetry({})).toEqual(off);
    expect(readTelemetry(TELEMETRY_VARIABLES)).toEqual(off);
    expect(readTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: '  ', OTEL_TRACES_SAMPLER_ARG: '0.5' })).toEqual(off);
  });

  it.each([
    ['http://127.0.0.1:4318', undefined, { endpoint: 'http://127.0.0.1:4318', share: 1 }],
    ['https://otel.example.vn/', '0', { endpoint: 'https://otel.example.vn', share: 0 }],
    ['https://otel.example.vn/base', '0.25', { endpoint: 'https://otel.example.vn/base', share: 0.25 }],
    ['http://collector:4318', '1.0', { endpoint: 'http://collector:4318', share: 1 }],
  ])('go to %s with a share of %s', (endpoint, share, traces) => {
    const env = {
      METRICS_TOKEN: TOKEN,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_TRACES_SAMPLER_ARG: share,
    };
    expect(readTelemetry(env)).toEqual({ metricsToken: TOKEN, traces });
  });

  it.each([
    ['METRICS_TOKEN', 'short'],
    ['METRICS_TOKEN', `${TOKEN} with spaces`],
    ['METRICS_TOKEN', 'x'.repeat(201)],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['OTEL_TRACES_SAMPLER_ARG', '-0.1'],
    ['OTEL_TRACES_SAMPLER_ARG', 'always'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'ftp://collector'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://user:secret@collector'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector/?key=secret'],
  ])('%s may not be %s, which the message does not repeat', (variable, value) => {
    const reading = () => readTelemetry({ [variable]: value });
    expect(reading).toThrow(WrongConfiguration);
    expect(reading).toThrow(new RegExp(`^${variable} has a wrong value`));
    expect(reading).not.toThrow(/secret|always/);
  });
});
