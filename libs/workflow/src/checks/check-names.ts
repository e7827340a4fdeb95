import { COMMANDS, isClosed, isCommand, isStatus, type Status } from '#contracts';
import { exclude, isCondition, commandsRead } from '../conditions.js';
import { allEdges, edgesOf, type PlacedEdge, placeOf } from '../edges.js';
import { effectFault, parseEffect } from '../effects.js';
import { guardOf, isGuard } from '../guards/guards.js';
import { isParty, partyParts } from '../parties.js';
import { type ProcedureDefinition } from '../workflow.types.js';
import { fault, type ProcedureFault } from './procedure-fault.js';

const statusWords = (procedure: ProcedureDefinition): ProcedureFault[] =>
  Object.entries(procedure.states).flatMap(([status, state]) => [
    ...(isStatus(status) ? [] : [fault(`states.${status}`, 'unknown_status', `${status} is no status`)]),
    ...Object.keys(state?.on ?? {})
      .filter((command) => !isCommand(command))
      .map((command) =>
        fault(`states.${status}.on.${command}`, 'unknown_command', `${command} is no command`),
      ),
  ]);

const initialStatus = (procedure: ProcedureDefinition): ProcedureFault[] =>
  Object.hasOwn(procedure.states, procedure.initial)
    ? []
    : [fault('initial', 'unknown_initial', `${procedure.initial} is no state of this file`)];

const closedTags = (procedure: ProcedureDefinition): ProcedureFault[] =>
  Object.entries(procedure.states)
    .filter(
      ([status, state]) => isStatus(status) && isClosed(status) !== (state?.tags ?? []).includes('closed'),
    )
    .map(([status]) =>
      fault(
        `states.${status}.tags`,
        'closed_tag',
        `${status} ${isClosed(status as Status) ? 'needs' : 'may not have'} the tag closed`,
      ),
    );

const targets = (procedure: ProcedureDefinition, placed: PlacedEdge): ProcedureFault[] =>
  Object.hasOwn(procedure.states, placed.edge.target)
    ? []
    : [
        fault(
          `${placeOf(placed)}.target`,
          'unknown_status',
          `${placed.edge.target} is no state of this file`,
        ),
      ];

const parties = (placed: PlacedEdge): ProcedureFault[] =>
  placed.edge.by
    .filter((word) => !partyParts(word).every(isParty))
    .map((word) => fault(`${placeOf(placed)}.by`, 'unknown_party', `${word} is no party`));

const conditions = (placed: PlacedEdge): ProcedureFault[] =>
  (placed.edge.when ?? []).flatMap((word) => {
    const place = `${placeOf(placed)}.when`;
    if (!isCondition(word)) return [fault(place, 'unknown_condition', `${word} is no condition`)];
    const reads = commandsRead(word);
    const fits = reads.length === 0 || reads.includes(placed.command);
    return fits ? [] : [fault(place, 'condition_misplaced', `${word} cannot judge ${placed.command}`)];
  });

const guards = (placed: PlacedEdge): ProcedureFault[] =>
  (placed.edge.guards ?? []).flatMap((name) => {
    const place = `${placeOf(placed)}.guards`;
    if (!isGuard(name)) return [fault(place, 'unknown_guard', `${name} is no guard`)];
    const commands = guardOf(name).commands;
    const fits = commands === null || commands.includes(placed.command);
    return fits ? [] : [fault(place, 'guard_misplaced', `${name} cannot judge ${placed.command}`)];
  });

const effects = (placed: PlacedEdge): ProcedureFault[] => {
  const place = `${placeOf(placed)}.effects`;
  const words = placed.edge.effects ?? [];
  const faults = words.flatMap((word) => {
    const code = effectFault(word);
    return code ? [fault(place, code, `${word} is not of the vocabulary`)] : [];
  });
  const recorded = words.some((word) => parseEffect(word).name.startsWith('record_'));
  return recorded
    ? faults
    : [...faults, fault(place, 'record_missing', 'no record_* effect: the act would leave no row')];
};

/** Two edges of one command that one person could take at the same time: which one counts must not be an accident. */
const overlaps = (a: PlacedEdge, b: PlacedEdge): boolean => {
  const apart = (a.edge.when ?? []).some((x) => (b.edge.when ?? []).some((y) => exclude(x, y)));
  const shared = a.edge.by.some((word) => b.edge.by.includes(word));
  return shared && !apart;
};
const ambiguous = (procedure: ProcedureDefinition): ProcedureFault[] =>
  (Object.keys(procedure.states) as Status[]).flatMap((status) =>
    COMMANDS.flatMap((command) =>
      edgesOf(procedure, status, command).flatMap((edge, index, all) =>
        all
          .slice(0, index)
          .filter((earlier) => overlaps(earlier, edge))
          .map((earlier) => fault(placeOf(edge), 'ambiguous_edges', `overlaps ${placeOf(earlier)}`)),
      ),
    ),
  );

/** Every word of the file is of the vocabulary and stands where it can act. */
export const checkNames = (procedure: ProcedureDefinition): ProcedureFault[] => [
  ...statusWords(procedure),
  ...initialStatus(procedure),
  ...closedTags(procedure),
  ...allEdges(procedure).flatMap((placed) => [
    ...targets(procedure, placed),
    ...parties(placed),
    ...conditions(placed),
    ...guards(placed),
    ...effects(placed),
  ]),
  ...ambiguous(procedure),
];
