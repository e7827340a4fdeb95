import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { mayScrape, type Metrics, type OperatingFigures, type Place, PLACES } from '#observability';

/** What the worker tells over HTTP. */
export interface Told {
  metrics: Metrics;
  /** @throws what the database says. */
  figures: () => Promise<OperatingFigures>;
  /** Names of the places that cannot be written: `storage`, `keys`. */
  lost: () => Promise<readonly Place[]>;
  /** The bearer token that opens the figures; null: programs of the same machine. */
  token: string | null;
}
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const PATIENCE_MS = 3000;

/**
 * Serves `/metrics`, `/health/live` (the process answers) and `/health/ready` (503 while its database cannot be read, or storage
 * or key folder not be written).
 * @throws when the port is taken. Returns the port and how to end it.
 */
export async function serveFigures(
  told: Told,
  { host, port }: { host: string; port: number },
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(told, request, response).catch(() => response.destroy());
  });
  server.headersTimeout = PATIENCE_MS;
  server.requestTimeout = PATIENCE_MS;
  await listening(server, host, port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

async function answer(told: Told, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.method === 'GET' ? (request.url ?? '').split('?')[0] : undefined;
  if (path === '/health/live') return end(response, 200, 'application/json', '{"status":"live"}');
  if (path === '/health/ready') return endReadiness(told, response);
  const { remoteAddress } = request.socket;
  if (path !== '/metrics' || !mayScrape(told.token, { remoteAddress, headers: request.headers }))
    return end(response, 404, 'application/json', '{"status":404}');
  const text = await told.metrics.text(await figuresOf(told));
  end(response, 200, told.metrics.contentType, text);
}

async function endReadiness(told: Told, response: ServerResponse): Promise<void> {
  const [figures, lost] = await Promise.all([figuresOf(told), inTime(told.lost(), PLACES)]);
  const state = (isUp: boolean) => (isUp ? 'up' : 'down');
  const dependencies = [
    { name: 'database', state: state(figures !== null) },
    ...PLACES.map((name) => ({ name, state: state(!lost.includes(name)) })),
  ];
  const isReady = dependencies.every((one) => one.state === 'up');
  const body = JSON.stringify({ status: isReady ? 'ready' : 'not_ready', dependencies });
  end(response, isReady ? 200 : 503, 'application/json', body);
}

const figuresOf = ({ figures }: Told): Promise<OperatingFigures | null> => inTime(figures(), null);

/** What comes, or what stands for it where it fails or comes too late. */
function inTime<Result>(coming: Promise<Result>, otherwise: Result): Promise<Result> {
  const late = new Promise<Result>((resolve) => setTimeout(() => resolve(otherwise), PATIENCE_MS).unref());
  return Promise.race([coming.catch(() => otherwise), late]);
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type }).end(body);
}
