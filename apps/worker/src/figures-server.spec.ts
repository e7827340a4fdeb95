import { Metrics, type OperatingFigures, type Place } from '#observability';
import { serveFigures } from './figures-server.js';

const figures = {} as OperatingFigures;
/** What `/health/ready` answers of a worker whose database and places are so. */
async function readiness(read: () => Promise<OperatingFigures>, lost: () => Promise<readonly Place[]>) {
  const metrics = new Metrics();
  const told = { metrics, token: null, figures: read, lost };
  const { port, close } = await serveFigures(told, { host: '127.0.0.1', port: 0 });
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const body = (await answer.json()) as { status: string };
    expect(answer.status).toBe(body.status === 'ready' ? 200 : 503);
    return body;
  } finally {
    await close();
    metrics.close();
  }
}
const states = (database: string, storage: string, keys: string) =>
  Object.entries({ database, storage, keys }).map(([name, state]) => ({ name, state }));
const well = () => Promise.resolve(figures);
const failing = () => Promise.reject(new Error('away'));

describe('the readiness of a worker', () => {
  it('is given while database, storage and key folder can be used', async () => {
    expect(await readiness(well, () => Promise.resolve([]))).toEqual({
      status: 'ready',
      dependencies: states('up', 'up', 'up'),
    });
  });

  it.each<[string, () => Promise<OperatingFigures>, () => Promise<readonly Place[]>, object[]]>([
    ['database', failing, () => Promise.resolve([]), states('down', 'up', 'up')],
    ['storage', well, () => Promise.resolve(['storage']), states('up', 'down', 'up')],
    ['key folder', well, () => Promise.resolve(['keys']), states('up', 'up', 'down')],
    ['trial itself', well, failing, states('up', 'down', 'down')],
  ])('is not given without its %s, which is named', async (_what, read, lost, dependencies) => {
    expect(await readiness(read, lost)).toEqual({ status: 'not_ready', dependencies });
  });
});
