import { type Role } from '#contracts';
import { type Actor, hasRole } from '#kernel';

const HOUSE: readonly Role[] = [
  'clerk',
  'appraiser',
  'head',
  'leader',
  'province_leader',
  'auditor',
  'council_secretary',
];

/** Whether somebody is of the house: sees who works on a dossier by name, where others see the role only. */
export const isOfTheHouse = (actor: Actor): boolean => actor.kind === 'system' || hasRole(actor, ...HOUSE);
