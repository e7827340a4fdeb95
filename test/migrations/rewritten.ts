import { type Rewritten } from '../support/releases/kept-rows.js';

const bytes = (text: string): number => Buffer.byteLength(text);

/** Every column that a migration rewrites on purpose; whatever else an upgrade changes in a row is a fault. */
export const REWRITTEN: readonly Rewritten[] = [
  {
    table: 'dossier',
    column: 'search_text',
    by: 'CutLongSearchTexts1764000001279',
    why: 'Longer ones fit into no index; what is written since is cut the same way.',
    became: (text) => (bytes(text) > 2300 ? `${text.slice(0, 400)} ${text.slice(-150)}` : text),
    oldRow: `SET session_replication_role = replica;
      UPDATE dossier SET search_text = repeat('nha may gom ', 300) || id WHERE id = (SELECT id FROM dossier ORDER BY id LIMIT 1)`,
  },
];
/** Tables that a migration makes and fills from other rows; new ones are empty but for these. */
export const FILLED: Readonly<Record<string, string>> = {
  dossier_tally: 'TallyDossiers1764000001020',
};
/** Tables in which an installation of a release may hold no row; of every release after 0.1.0. */
export const EMPTY_BY_NATURE: Readonly<Record<string, string>> = {
  dossier_presence: 'Who looks at a dossier right now; a crash may lose it, and no backup holds it.',
  live_event: 'What open screens were told within the hour; no backup holds it.',
};
