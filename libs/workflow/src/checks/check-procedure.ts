import { Ajv, type ErrorObject } from 'ajv';
import { type ProcedureDefinition } from '../workflow.types.js';
import { checkGraph } from './check-graph.js';
import { checkInvariants } from './check-invariants.js';
import { checkNames } from './check-names.js';
import { checkSteps } from './check-steps.js';
import { fault, type ProcedureFault } from './procedure-fault.js';
import { PROCEDURE_FILE_SCHEMA } from './procedure.schema.js';

export type { ProcedureFault } from './procedure-fault.js';

const validate = new Ajv({ allErrors: true }).compile<ProcedureDefinition>(PROCEDURE_FILE_SCHEMA);

/** `/states/draft/on/submit/0/by` as `states.draft.on.submit[0].by`. */
const placeOfPointer = (pointer: string): string =>
  pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || '(file)';

const schemaFault = ({ instancePath, message, params }: ErrorObject): ProcedureFault =>
  fault(placeOfPointer(instancePath), 'schema', `${message ?? 'does not fit'} ${JSON.stringify(params)}`);

/**
 * Checks a procedure file before it may act. In: the parsed JSON. Out: every fault with place, code and reason; none
 * means that the file compiles, that its words are known and that invariants 1, 2, 3, 7, 10 and 11 hold in its graph.
 * Schema first, then the words, then the graph: a later check runs only on a file that the earlier ones passed.
 */
export function checkProcedure(file: unknown): ProcedureFault[] {
  if (!validate(file)) return (validate.errors ?? []).map(schemaFault);
  const names = checkNames(file);
  if (names.length > 0) return names;
  return [...checkGraph(file), ...checkSteps(file), ...checkInvariants(file)];
}
