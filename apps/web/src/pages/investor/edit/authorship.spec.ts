import { expect, it } from '@jest/globals';
import { asksForSources, mayEdit } from './authorship.js';

const ACCEPTED = '2026-07-01';
it.each([
  ['draft', false, 'owner', null, true, false],
  ['clarification_requested', false, 'owner', ACCEPTED, true, false],
  ['under_review', false, 'owner', ACCEPTED, false, false],
  ['draft', true, 'clerk_on_behalf', null, true, false],
  ['clarification_requested', true, 'clerk_on_behalf', ACCEPTED, true, true],
  ['under_review', true, 'clerk_on_behalf', ACCEPTED, false, false],
  ['accepted', true, 'lead_appraiser', ACCEPTED, true, true],
  ['screened', true, 'lead_appraiser', ACCEPTED, true, true],
  ['under_review', true, 'lead_appraiser', ACCEPTED, true, true],
  ['concluded', true, 'lead_appraiser', ACCEPTED, false, false],
  ['under_review', false, 'lead_appraiser', ACCEPTED, false, false],
  ['clarification_requested', false, 'lead_appraiser', ACCEPTED, false, false],
  ['under_review', true, 'assigned_expert', ACCEPTED, false, false],
] as const)('%s, on behalf %s, %s: may edit %#', (status, onBehalf, relation, acceptedOn, may, sourced) => {
  const dossier = { status, onBehalf, relations: [relation], acceptedOn };
  expect([mayEdit(dossier), asksForSources(dossier)]).toEqual([may, sourced]);
});
