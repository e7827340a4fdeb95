import { type PackFault, type ProcedureSource } from '../pack.types.js';
import { mergePatch } from './merge-patch.js';
import { type Places } from './pack-content.js';

/** What a procedure file says that is written as the difference to another procedure of its pack. */
interface ProcedureDifference {
  id: string;
  version: string;
  title: { vi: string; en: string };
  /** The procedure that it follows. */
  like: string;
  /** JSON Merge Patch (RFC 7396) on that procedure: lists are replaced whole, null takes away. */
  change: Record<string, unknown>;
}
/** Whether a procedure file is meant as a difference; whether it is a sound one its schema tells. */
export const saysDifference = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && ('like' in document || 'change' in document);

const isDifference = (definition: unknown): definition is ProcedureDifference =>
  Object.hasOwn(definition as object, 'like');

function faultOf(own: ProcedureSource, all: readonly ProcedureSource[], places: Places): PackFault[] {
  if (!isDifference(own.definition)) return [];
  const { like } = own.definition;
  const base = all.find(({ id }) => id === like);
  if (base === undefined)
    return [places.fault(own, 'unknown_procedure', `the pack has no whole procedure ${like}`, 'like')];
  return isDifference(base.definition)
    ? [places.fault(own, 'chained_difference', `${like} is itself written as a difference`, 'like')]
    : [];
}

function expanded(own: ProcedureSource, all: readonly ProcedureSource[]): unknown {
  if (!isDifference(own.definition)) return own.definition;
  const { id, version, title, like, change } = own.definition;
  const base = all.find((candidate) => candidate.id === like)?.definition;
  const { states, ...rest } = mergePatch(base, change) as Record<string, unknown>;
  return { ...rest, id, version, title, states };
}

/**
 * Makes whole procedures of those that are written by difference, in place, so that digests, checks, law sets and
 * diagrams see what acts. In: the procedures of one pack. Out: faults `unknown_procedure` (the pack has no such one) and
 * `chained_difference` (it follows one that is a difference itself, which every circle is); with faults nothing changes.
 */
export function expandProcedures(procedures: ProcedureSource[], places: Places): PackFault[] {
  const faults = procedures.flatMap((own) => faultOf(own, procedures, places));
  if (faults.length > 0) return faults;
  const whole = procedures.map((own) => expanded(own, procedures));
  procedures.forEach((own, index) => (own.definition = whole[index]));
  return [];
}
