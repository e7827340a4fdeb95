import { STATUSES } from '#contracts';
import { procedureOfPack } from '../../../test/support/case-facts.js';
import { compileProcedure } from './compile-procedure.js';
import { allEdges } from './edges.js';

const PROCEDURE = procedureOfPack('inv-2026');
const machine = compileProcedure(PROCEDURE);
const nodes = Object.values(machine.root.states);

describe('the compiled machine', () => {
  it('has the flat statuses of the contracts', () => {
    expect(Object.keys(machine.root.states).sort()).toEqual([...STATUSES].sort());
  });

  it('stays in the subset that a row can hold: atomic states, no timers, actors, actions or history', () => {
    for (const node of nodes) {
      expect(node.type).toBe('atomic');
      expect([...node.entry, ...node.exit, ...node.invoke, ...node.after, ...(node.always ?? [])]).toEqual(
        [],
      );
    }
    const transitions = nodes.flatMap((node) => [...node.transitions.values()].flat());
    expect(transitions.flatMap(({ actions }) => [...actions])).toEqual([]);
    expect(transitions).toHaveLength(allEdges(PROCEDURE).length);
  });

  it('keeps closed dossiers active, so that they can be reopened', () => {
    const snapshot = machine.resolveState({ value: 'refused' });
    expect(snapshot.status).toBe('active');
    expect(snapshot.hasTag('closed')).toBe(true);
  });

  it('is built once per definition and refuses a status that it does not have', () => {
    expect(compileProcedure(PROCEDURE)).toBe(machine);
    expect(compileProcedure(procedureOfPack('inv-2026'))).not.toBe(machine);
    expect(() => machine.resolveState({ value: 'archived' })).toThrow();
  });
});
