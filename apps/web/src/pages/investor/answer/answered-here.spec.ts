import { expect, it } from '@jest/globals';
import { isAnsweredThere } from './answered-here.js';

it.each([
  ['resubmit', 'supplement_requested', 'owner', true],
  ['resubmit', 'supplement_requested', 'clerk_on_behalf', true],
  ['withdraw', 'supplement_requested', 'owner', false],
  ['resubmit', 'discontinued', 'clerk_on_behalf', false],
  ['respond_to_refusal', 'refusal_notified', 'lead_appraiser', false],
] as const)(
  '%s of a dossier that is %s, for its %s: on the page of answers %s',
  (command, status, one, there) => {
    expect(isAnsweredThere(command, { status, relations: [one] })).toBe(there);
  },
);
