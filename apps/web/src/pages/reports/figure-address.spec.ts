import { expect, test } from '@jest/globals';
import { figureAddress } from './figure-address.js';

test.each([
  ['/api/v1/dossiers', 'tab=open&overdue=true', '/dossiers?tab=open&overdue=true'],
  ['/api/v1/dossiers', 'silentBy=2026-07-19', '/dossiers?silentBy=2026-07-19&tab=all'],
  ['/api/v1/projects', 'standing=missed&standing=none', '/projects?standing=missed&standing=none'],
  ['/api/v1/projects', '', '/projects'],
] as const)('%s?%s is shown by %s', (path, query, address) => {
  expect(figureAddress({ path, query })).toBe(address);
});
