/** Where traces go and how many of those that begin here. */
export interface TraceSettings {
  /** Base address of an OTLP/HTTP receiver, without `/v1/traces`. */
  endpoint: string;
  /** 0 to 1. */
  share: number;
}
/** The span of one request. */
export interface RequestSpan {
  traceId: string;
  /** For whoever wants to go on from here. */
  traceparent: string;
  /** Runs what answers the request, so that its operations become children. */
  within: (work: () => void) => void;
  /** Ends the span; ids and codes only. */
  answered: (answer: { route: string; status: number; ids: Readonly<Record<string, string>> }) => void;
}
/** Traces of one process. */
export interface Tracing {
  /** Begins the span of a request; a `traceparent` of the caller is gone on with. */
  request: (begun: { method: string; traceparent: string | undefined }) => RequestSpan;
  /** Sends what waits, within two seconds, and ends. */
  close: () => Promise<void>;
}
