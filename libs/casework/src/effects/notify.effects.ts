import { statusOutside } from '#dossiers';
import { notifyPeople, recipients } from '#notifications';
import { type EffectHandler } from '../commands/command.types.js';

type Audience = Parameters<typeof recipients>[2];

/** Tells the people of an audience, never the one who acted, never somebody in conflict; owners no step of the house. */
export const notify: EffectHandler = async (context, arg) => {
  const { tx, row, command, decided } = context;
  const kind = `dossier.${command.name}`;
  const people = (await recipients(tx, row, arg as Audience)).filter(({ id }) => id !== tx.actor.id);
  const known = new Set(context.recipients.map(({ id }) => id));
  const added = people.filter(({ id }) => !known.has(id));
  const status = arg === 'owner' ? statusOutside(decided.to, false) : decided.to;
  const params = { status, projectName: row.projectName, fileCode: row.fileCode ?? '' };
  await notifyPeople(tx, { dossierId: row.id, kind, params, userIds: added.map(({ id }) => id) });
  context.recipients.push(...added.map(({ id, name }) => ({ id, name, kind })));
};
