import { type Relation, type Role } from '#contracts';
import { type CaseFacts, type PartyWord } from './workflow.types.js';

type Actor = CaseFacts['actor'];
type PartyTest = (actor: Actor, facts: CaseFacts) => boolean;
const byRole =
  (role: Role): PartyTest =>
  (actor) =>
    actor.kind === 'person' && actor.roles.includes(role);
const byRelation =
  (relation: Relation): PartyTest =>
  (actor) =>
    actor.kind === 'person' && actor.relations.includes(relation);

const isLeft = (facts: CaseFacts, role: Role): boolean =>
  facts.staff.some(({ id, roles }) => roles.includes(role) && !facts.conflictedUserIds.includes(id));

/** Who sends the dossier away when nobody can decide on it: a head; a leader where every head is barred; else a clerk. */
const lastResort: PartyTest = (actor, facts) => {
  if (byRole('head')(actor, facts)) return true;
  if (isLeft(facts, 'head')) return false;
  if (byRole('leader')(actor, facts)) return true;
  return !isLeft(facts, 'leader') && byRole('clerk')(actor, facts);
};

const PARTIES = {
  owner: byRelation('owner'),
  investor: byRole('investor'),
  requester: byRole('requester'),
  clerk: byRole('clerk'),
  clerk_on_behalf: byRelation('clerk_on_behalf'),
  appraiser: byRole('appraiser'),
  lead_appraiser: byRelation('lead_appraiser'),
  head: byRole('head'),
  leader: byRole('leader'),
  last_resort: lastResort,
  system: (actor: Actor) => actor.kind === 'system',
} as const satisfies Record<string, PartyTest>;
export type Party = keyof typeof PARTIES;

/** The single words of a party word: `appraiser&lead_appraiser` needs both. */
export function partyParts(word: PartyWord): readonly string[] {
  const known = parts.get(word) ?? word.split('&');
  if (parts.size < 1_000) parts.set(word, known);
  return known;
}
const parts = new Map<PartyWord, readonly string[]>();
export const isParty = (word: string): word is Party => Object.hasOwn(PARTIES, word);

/** Whether the actor is what the party word asks; an unknown word fits nobody. */
export const isPartyOf = (facts: CaseFacts, word: PartyWord): boolean =>
  partyParts(word).every((part) => isParty(part) && PARTIES[part](facts.actor, facts));

/** The owner's side and the worker are parties by nature; a conflict of interest binds the appraising side only. */
const isConflictFree = (word: PartyWord): boolean =>
  partyParts(word).some((part) => part === 'owner' || part === 'system');

/** Whether the actor has declared a conflict with the dossier or is affiliated with one of its parties. */
export const isConflicted = (facts: CaseFacts): boolean =>
  facts.actor.relations.includes('conflicted') || facts.conflictedUserIds.includes(facts.actor.id);

/** Whether the actor may act by this word in spite of a conflict. */
export const mayActBy = (facts: CaseFacts, word: PartyWord): boolean =>
  isConflictFree(word) || !isConflicted(facts);
