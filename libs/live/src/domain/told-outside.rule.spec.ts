import { isToldOutside } from './told-outside.rule.js';

const act = (action: string, facts: Record<string, unknown> = {}, actorRole = 'head') => ({
  action,
  actorRole,
  facts,
});

describe('what those outside the house are told at once', () => {
  it.each([
    ['an acceptance', act('dossier.accept', { to: 'accepted' }, 'clerk')],
    ['a request to supplement', act('dossier.request_supplement', { to: 'supplement_requested' }, 'clerk')],
    ['what the owner writes', act('document.uploaded', {}, 'investor')],
    ['facts that a clerk enters', act('facts.changed', {}, 'clerk')],
    ['a proof that is accepted', act('condition.accepted', {}, 'appraiser')],
    ['a proof that is rejected', act('condition.rejected', {}, 'appraiser')],
    ['a deadline that is moved', act('condition.deadline_moved')],
    ['a letter that leaves', act('letter.issued', { kind: 'opinion' }, 'clerk')],
  ])('%s', (_, told) => {
    expect(isToldOutside(told)).toBe(true);
  });

  it.each([
    ['an assignment', act('dossier.assign', { to: 'accepted' })],
    ['a conclusion', act('dossier.conclude', { to: 'concluded' }, 'appraiser')],
    ['a decision before its letter', act('dossier.approve', { to: 'approved' }, 'leader')],
    ['a refusal before its letter', act('dossier.refuse', { to: 'refused' }, 'leader')],
    ['a letter that is drafted', act('letter.drafted', { kind: 'opinion' }, 'leader')],
    ['a letter to an agency', act('letter.issued', { kind: 'consultation_request' }, 'clerk')],
    ['a condition that is decided', act('condition.decided', {}, 'leader')],
    ['a vote in a council', act('council.vote_cast', {}, 'expert')],
    ['an opinion', act('opinion.recorded', {}, 'expert')],
    ['what nobody has thought of', act('something.new', {}, 'clerk')],
  ])('never %s', (_, told) => {
    expect(isToldOutside(told)).toBe(false);
  });
});
