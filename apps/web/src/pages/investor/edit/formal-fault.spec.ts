import { describe, expect, test } from '@jest/globals';
import { draftOf } from '../draft/draft.types.js';
import { formalFault } from './formal-fault.js';
import { addressOf, fieldId } from './named-field.js';

const SAVED = draftOf({ equipment: [{ id: 'm-1' }, { id: 'm-2', yearMade: 2090 }], lines: [{ id: 'l-1' }] });

describe('what stands against submitting', () => {
  test('a pointer counts in what is saved and leads to the field of its row', () => {
    const { code, task, place } = formalFault('year_in_future:/equipment/1/yearMade', SAVED);
    expect([code, task]).toEqual(['year_in_future', 'machinery']);
    expect(addressOf('machinery', place)).toBe('?task=machinery&row=m-2&field=yearMade');
    expect(place && fieldId(place)).toBe('m-2-yearMade');
  });

  test('a code alone leads to its task, and to the field where it is about one', () => {
    const name = formalFault('project_name_missing', SAVED);
    expect([name.task, name.place && fieldId(name.place)]).toEqual(['project', 'project-name']);
    expect(formalFault('project_authority_missing', SAVED).task).toBe('particulars');
    expect(formalFault('nothing_changed', SAVED)).toEqual({
      ...{ code: 'nothing_changed', task: 'lines', place: null },
    });
  });

  test('what no page of the editor can mend is no link, and a row that is gone has no place', () => {
    expect(formalFault('change_in_hand', SAVED).task).toBeNull();
    expect(formalFault('required:/lines/7/name', SAVED)).toMatchObject({ task: 'lines', place: null });
  });
});
