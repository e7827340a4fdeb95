import { describe, expect, test } from '@jest/globals';
import { Refusal } from '#kernel';
import { ChangeDossierDto } from '../dossiers/dossiers.dto.js';
import { RequestValidationPipe } from './request-validation.pipe.js';

const PARTY = { organisationId: '00000002-0000-4000-8000-000000000010', party: 'consultant' };
const PAPER = { number: '12/STC', on: '2026-11-18', receivedOn: '2026-11-19' };

async function faultsOf(particulars: unknown): Promise<unknown> {
  const asked = { type: 'body', metatype: ChangeDossierDto } as const;
  const answer: unknown = await new RequestValidationPipe()
    .transform({ particulars }, asked)
    .catch((error: unknown) => error);
  return answer instanceof Refusal ? answer.details['errors'] : 'taken';
}

describe('a field that holds one object', () => {
  test('takes it, and neither a list of them nor another value', async () => {
    expect(await faultsOf({ incoming: PAPER })).toBe('taken');
    for (const wrong of [[PAPER], [[PAPER]], [], 'x'])
      expect({ wrong, faults: await faultsOf({ incoming: wrong }) }).toEqual({
        wrong,
        faults: expect.arrayContaining([{ pointer: '/particulars/incoming', code: 'is_object' }]),
      });
  });
});

describe('a field that holds a list of objects', () => {
  test('takes it, and neither one object nor lists within the list', async () => {
    expect(await faultsOf({ parties: [PARTY] })).toBe('taken');
    for (const wrong of [[[PARTY], [PARTY]], [PARTY, [PARTY]], ['x'], [null]])
      expect({ wrong, faults: await faultsOf({ parties: wrong }) }).toEqual({
        wrong,
        faults: expect.arrayContaining([{ pointer: '/particulars/parties', code: 'is_object' }]),
      });
    expect(await faultsOf({ parties: PARTY })).toEqual(
      expect.arrayContaining([{ pointer: '/particulars/parties', code: 'is_array' }]),
    );
  });
});
