/** What a JSON body may hold at most, in bytes. */
export const JSON_LIMIT_BYTES = 1024 * 1024;
/** A machine list of a whole plant, its trial screening, and an answer to each of its inconclusive findings. */
const LARGE_JSON_LIMIT_BYTES = 8 * 1024 * 1024;
const LARGE = new Set([
  'PATCH /api/v1/dossiers/:id',
  'POST /api/v1/dossiers/:id/commands/conclude',
  // Of whoever is signed in: see StrangersBodyGuard.
  'POST /api/v1/screenings/preview',
]);

interface RegisteredRoute {
  method: string | string[];
  url: string;
  bodyLimit?: number | undefined;
}

/** Raises the body limit of the few routes that need it, as Fastify registers them. */
export function raiseBodyLimit(route: RegisteredRoute): void {
  if ([route.method].flat().some((method) => LARGE.has(`${method} ${route.url}`)))
    route.bodyLimit = LARGE_JSON_LIMIT_BYTES;
}
