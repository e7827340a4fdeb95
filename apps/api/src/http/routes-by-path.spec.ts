import { expect, test } from '@jest/globals';
import { RoutesByPath } from './routes-by-path.js';

test('knows the methods of a path, parameters included', () => {
  const routes = new RoutesByPath();
  routes.note({ method: 'GET', url: '/a/:id' });
  routes.note({ method: ['HEAD', 'PATCH'], url: '/a/:id' });
  routes.note({ method: 'POST', url: '/a/b' });
  expect(routes.methodsOf('/a/b')).toEqual(['GET', 'PATCH', 'POST']);
  expect(routes.methodsOf('/a/x')).toEqual(['GET', 'PATCH']);
  expect(routes.methodsOf('/a/')).toEqual([]);
  expect(routes.methodsOf('/a/b/c')).toEqual([]);
});
