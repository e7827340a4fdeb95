import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ROLES, type Role } from '#contracts';
import { DEMO_PEOPLE } from '#identity';
import { ROUTE_POLICY, type RoutePolicy } from '../../apps/api/src/http/policy.decorator.js';
import { startTestApi, type TestApi } from '../support/api.js';

interface Route {
  name: string;
  policy: RoutePolicy | undefined;
}
interface Operation {
  'x-policy': { who: Role[] | string; dossier: boolean };
}
const SOME_ID = '00000009-0000-4000-8000-000000000009';

let api: TestApi;
let routes: Route[];
let operations: { method: string; url: string; who: Role[] | string }[];
beforeAll(async () => {
  api = await startTestApi({ label: 'route_policies' });
  routes = routesOf(api);
  const { body } = await api.anonymous.get<{ paths: Record<string, Record<string, Operation>> }>(
    '/api/openapi.json',
  );
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      url: path.replaceAll(/\{[^}]+\}/g, SOME_ID),
      who: operation['x-policy'].who,
    })),
  );
});
afterAll(() => api.close());

function routesOf({ app }: TestApi): Route[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] }))
        .filter(({ handler }) => handler !== undefined && Reflect.hasMetadata(METHOD_METADATA, handler))
        .map(({ name, handler }) => ({
          name: `${metatype?.name}.${name}`,
          policy: reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [
            handler as () => unknown,
            metatype as () => unknown,
          ]),
        }));
    });
}

const statusFor = async (
  email: string | null,
  { method, url }: { method: string; url: string },
): Promise<number> => {
  const client = email === null ? api.anonymous : await api.login(email);
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return (await client.raw(method as 'GET', url, body, headers)).status;
};

describe('every route states its policy', () => {
  test('and says why', () => {
    expect(routes.length).toBeGreaterThan(10);
    const silent = routes
      .filter(({ policy }) => policy === undefined || policy.note.length < 5)
      .map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  test('and a closed list of roles, where it lists roles, that is not empty', () => {
    const lists = routes.flatMap(({ name, policy }) =>
      Array.isArray(policy?.who) ? [{ name, who: policy.who as Role[] }] : [],
    );
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.filter(({ who }) => who.length === 0 || who.some((role) => !ROLES.includes(role)))).toEqual(
      [],
    );
  });
});

describe('the policy is held', () => {
  test('whoever is not signed in gets 401 everywhere but on public routes', async () => {
    for (const operation of operations.filter(({ who }) => who !== 'public')) {
      expect({ ...operation, status: await statusFor(null, operation) }).toMatchObject({ status: 401 });
    }
  });

  test('every role that a route does not name gets 403, every one that it names gets past it', async () => {
    for (const role of ROLES) {
      const person = DEMO_PEOPLE.find(({ roles }) => roles.includes(role));
      for (const operation of operations.filter(({ who }) => Array.isArray(who))) {
        const status = await statusFor(person?.email ?? '', operation);
        const named = (operation.who as Role[]).includes(role);
        expect({ role, ...operation, refused: status === 401 || status === 403 }).toEqual({
          role,
          ...operation,
          refused: !named,
        });
      }
    }
  }, 120_000);
});
