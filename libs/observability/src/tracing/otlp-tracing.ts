import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { readTraceparent, writeTraceparent } from '../domain/trace-context.js';
import { observeOperations, type Operation, type Outcome, type Watch } from '../operation.js';
import { type RequestSpan, type TraceSettings, type Tracing } from './tracing.types.js';

const EXPORT_PATIENCE_MS = 5000;
const CLOSING_PATIENCE_MS = 2000;

/** Sends the spans of requests, acts, transactions and jobs to an OTLP/HTTP receiver. */
export function openTracing({ endpoint, share }: TraceSettings, service: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: EXPORT_PATIENCE_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const spans = new OpenSpans(provider.getTracer('techgate'));
  const forget = observeOperations((operation) => spans.watch(operation));
  return {
    request: (begun) => spans.request(begun),
    close: async () => {
      forget();
      await Promise.race([provider.shutdown(), afterwards(CLOSING_PATIENCE_MS)]).catch(() => undefined);
    },
  };
}

const afterwards = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());

/** Knows which span the work at hand belongs to. */
class OpenSpans {
  private readonly current = new AsyncLocalStorage<Context>();

  constructor(private readonly tracer: Tracer) {}

  /** A transaction that belongs to nothing is the process's own book-keeping and not worth a trace. */
  watch({ kind, name, attributes = {} }: Operation): Watch | null {
    const parent = this.current.getStore();
    if (parent === undefined && kind === 'transaction') return null;
    const span = this.tracer.startSpan(
      `${kind} ${name}`,
      { attributes: named(attributes) },
      parent ?? ROOT_CONTEXT,
    );
    const context = trace.setSpan(parent ?? ROOT_CONTEXT, span);
    return {
      within: (work) => this.current.run(context, work),
      ended: (outcome) => endOperation(span, outcome),
    };
  }

  request({ method, traceparent }: { method: string; traceparent: string | undefined }): RequestSpan {
    const parent = contextOf(traceparent);
    const span = this.tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
    const context = trace.setSpan(parent, span);
    return {
      traceId: span.spanContext().traceId,
      traceparent: traceparentOf(span.spanContext()),
      within: (work) => this.current.run(context, work),
      answered: ({ route, status, ids }) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
          ...named(ids),
        });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }
}

function endOperation(span: Span, { kind, code }: Outcome): void {
  span.setAttribute('techgate.outcome', kind);
  if (code !== null) span.setAttribute('techgate.refusal', code);
  if (kind === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

const named = (ids: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [`techgate.${name}`, id]));

function contextOf(traceparent: string | undefined): Context {
  const parent = readTraceparent(traceparent);
  if (parent === null) return ROOT_CONTEXT;
  const { traceId, spanId, sampled } = parent;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  writeTraceparent({ traceId, spanId, sampled: (traceFlags & TraceFlags.SAMPLED) !== 0 });
