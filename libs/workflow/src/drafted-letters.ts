import { type CommandName, type Status } from '#contracts';
import { edgesOf } from './edges.js';
import { parseEffect } from './effects.js';
import { type ProcedureGraph } from './workflow.types.js';

/** The kinds of letter that a command drafts in a status by its first edge; none where it drafts nothing or is not there. */
export const lettersDraftedBy = (
  procedure: ProcedureGraph,
  from: Status,
  command: CommandName,
): readonly string[] =>
  (edgesOf(procedure, from, command)[0]?.edge.effects ?? [])
    .map(parseEffect)
    .flatMap(({ name, arg }) => (name === 'draft_letter' && arg !== null ? [arg] : []));
