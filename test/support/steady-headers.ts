const VARYING = /^(x-request-id|date|ratelimit)$/;

/** The headers of an answer that say the same each time: without its id, its instant and what is left of a rate. */
export const steadyHeaders = (headers: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !VARYING.test(name)));
