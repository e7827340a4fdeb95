import { expect, test } from '@jest/globals';
import { cleanAddress } from './clean-address.js';

test.each([
  ['http://t/api/v1/dossiers?q=may%00%20ep&tab=all', 'http://t/api/v1/dossiers?q=may+ep&tab=all'],
  ['http://t/api/v1/dossiers?q=m%C3%A1y%20%C3%A9p', 'http://t/api/v1/dossiers?q=m%C3%A1y%20%C3%A9p'],
  ['http://t/api/v1/dossiers?status=a%00&status=b', 'http://t/api/v1/dossiers?status=a&status=b'],
  ['http://t/api/v1/public/letters?number=5%E2%80%8F', 'http://t/api/v1/public/letters?number=5'],
  ['http://t/api/v1/dossiers', 'http://t/api/v1/dossiers'],
])('%s is asked as %s', (address, asked) => expect(cleanAddress(address)).toBe(asked));
