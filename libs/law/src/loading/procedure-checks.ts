import { type ClockPurpose, type ProcedureSource } from '../pack.types.js';
import { type Check } from './pack-content.js';

/** Only a law pack owns procedures: references, skeletons and calendars never govern a dossier. */
export const proceduresWhereAllowed: Check = (manifest, content, places) =>
  content.procedures.flatMap((procedure) => {
    if (manifest.kind !== 'law')
      return [places.fault(procedure, 'procedure_not_allowed', `a ${manifest.kind} pack owns no procedure`)];
    return procedure.file === `procedures/${procedure.id}.json`
      ? []
      : [places.fault(procedure, 'file_name_mismatch', `holds ${procedure.id}`, 'id')];
  });

/** Clocks that a procedure names in its effects: `start_clock:supplement`, `end_clock:refusal_reply`. */
function clocksNamed({ definition }: ProcedureSource): string[] {
  const named = JSON.stringify(definition).matchAll(/"(?:start|end)_clock:([a-z_]+)"/g);
  return [...new Set([...named].map(([, purpose]) => purpose ?? ''))].sort();
}
/** Every clock that a procedure starts or ends exists in its own pack, for that procedure. */
export const proceduresFindTheirClocks: Check = (_manifest, content, places) =>
  content.procedures.flatMap((procedure) => {
    const own = content.clocks.filter(({ procedures }) => procedures.includes(procedure.id));
    const unknown = clocksNamed(procedure).filter(
      (purpose) => !own.some((clock) => clock.purpose === (purpose as ClockPurpose)),
    );
    return unknown.map((purpose) =>
      places.fault(procedure, 'unknown_clock', `clocks.yaml has no ${purpose} clock for ${procedure.id}`),
    );
  });
