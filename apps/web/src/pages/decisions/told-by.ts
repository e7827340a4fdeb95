import { type CommandAnswer } from '../dossiers/dossier.types.js';

/** Whom a step tells: each by name, once. */
export const toldBy = ({ recipients }: Pick<CommandAnswer, 'recipients'>): string[] => [
  ...new Set(recipients.map(({ name }) => name)),
];
