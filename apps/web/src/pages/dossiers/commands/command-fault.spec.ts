import { expect, test } from '@jest/globals';
import { flatPointer } from './command-fault.js';

test.each([
  ['/payload/headConsent/note', '/payload/headNote'],
  ['/payload/timelyProof/documentId', '/payload/proofDocumentId'],
  ['/payload/consultation/reason', '/payload/consultationReason'],
  ['/payload/reason', '/payload/reason'],
  ['/payload/items/0/what', '/payload/items/0/what'],
])('%s is the field of %s', (pointer, flat) => expect(flatPointer(pointer)).toBe(flat));
