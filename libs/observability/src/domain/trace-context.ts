/** What a caller says of the trace that a request belongs to (W3C Trace Context). */
export interface TraceParent {
  /** 32 hexadecimal digits, not all zero. */
  traceId: string;
  /** 16 hexadecimal digits, not all zero. */
  spanId: string;
  /** Whether the caller records the trace. */
  sampled: boolean;
}
const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const SAMPLED = 1;
const INVALID_VERSION = 'ff';

/** Reads a `traceparent`; null when it is none, as the standard asks of versions that are not known yet as well. */
export function readTraceparent(header: string | undefined): TraceParent | null {
  const [, version, traceId = '', spanId = '', flags = '', more] = FORM.exec(header?.trim() ?? '') ?? [];
  if (version === undefined || version === INVALID_VERSION) return null;
  if (version === '00' && more !== undefined) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

/** The `traceparent` that tells others of a span. */
export const writeTraceparent = ({ traceId, spanId, sampled }: TraceParent): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
