import { expect, test } from '@jest/globals';
import { isCompletePresence, presenceOrders, refusedMember } from './presence-changes.js';

const PAPER = { id: 'd1', name: 'uy-quyen.pdf' };

test('a proxy needs a name and a paper; whoever is there in person brings neither', () => {
  const proxy = { presence: 'proxy' as const, proxyName: ' Lê Văn A ', papers: [PAPER] };
  expect(isCompletePresence(proxy)).toBe(true);
  expect(isCompletePresence({ ...proxy, proxyName: ' ' })).toBe(false);
  expect(isCompletePresence({ ...proxy, papers: [] })).toBe(false);
  expect(isCompletePresence({ presence: 'absent', proxyName: '', papers: [] })).toBe(true);
  expect(presenceOrders({ m1: proxy, m2: { ...proxy, presence: 'present' } })).toEqual([
    { memberId: 'm1', presence: 'proxy', proxyName: 'Lê Văn A', documentId: 'd1' },
    { memberId: 'm2', presence: 'present' },
  ]);
});

test('a refusal stands at the member whom it names until that record is chosen anew', () => {
  const absent = { presence: 'absent' as const, proxyName: '', papers: [] };
  const sent = { m1: absent, m2: absent };
  const refused = { code: 'attendance_contradicts_vote', status: 409, title: '', detail: '', memberId: 'm2' };
  expect(refusedMember(refused, sent, sent)).toBe('m2');
  expect(refusedMember(refused, sent, { ...sent, m1: { ...absent } })).toBe('m2');
  expect(refusedMember(refused, sent, { ...sent, m2: { ...absent } })).toBeNull();
  expect(refusedMember({ ...refused, memberId: 'm3' }, sent, sent)).toBeNull();
  expect(refusedMember({ ...refused, memberId: undefined }, sent, sent)).toBeNull();
});
