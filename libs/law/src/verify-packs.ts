import { Refusal } from '#kernel';
import { type GoldenCase, type Pack, type PackFault } from './pack.types.js';

/** A fault inside one file, as a checker of another library reports it. */
export type PlacedFault = Pick<PackFault, 'place' | 'code' | 'reason'>;
/** Checks that need other libraries, handed in so that the law depends on none of them. */
export interface PackChecks {
  /** Graph, vocabulary and invariants of a procedure. */
  checkProcedure: (definition: unknown, pack: { id: string }) => PlacedFault[];
  /** Whether the rules engine can read a decision model. */
  checkModel: (
    content: unknown,
    pack: { id: string },
    model: { id: string },
  ) => PlacedFault[] | Promise<PlacedFault[]>;
  /** Runs one golden case on the given packs; the reasons why it fails, none when it passes. */
  runGoldenCase: (golden: GoldenCase, packs: readonly Pack[]) => Promise<string[]>;
}
const fileOf = (pack: Pack, file: string): string => `${pack.manifest.id.toLowerCase()}/${file}`;
const placed = (pack: Pack, file: string, faults: readonly PlacedFault[]): PackFault[] =>
  faults.map(({ place, code, reason }) => ({ file: fileOf(pack, file), place, code, reason }));

const procedureFaults = (pack: Pack, { checkProcedure }: PackChecks): PackFault[] =>
  pack.procedures.flatMap(({ file, definition }) =>
    placed(pack, file, checkProcedure(definition, { id: pack.manifest.id })),
  );

async function modelFaults(pack: Pack, { checkModel }: PackChecks): Promise<PackFault[]> {
  const found = pack.models.map(async ({ id, file, content }) =>
    placed(pack, file, await checkModel(content, { id: pack.manifest.id }, { id })),
  );
  return (await Promise.all(found)).flat();
}
function caseFault(pack: Pack, golden: GoldenCase, reason: string): PackFault {
  return { file: fileOf(pack, golden.file), place: golden.id, code: 'golden_case_failed', reason };
}
async function caseFaults(
  pack: Pack,
  packs: readonly Pack[],
  { runGoldenCase }: PackChecks,
): Promise<PackFault[]> {
  const faults: PackFault[] = [];
  for (const golden of pack.cases)
    for (const reason of await runGoldenCase(golden, packs)) faults.push(caseFault(pack, golden, reason));
  return faults;
}

/**
 * The checks of loaded packs that belong to the workflow and to the screening: procedures, decision models, and then,
 * only if those are sound, the golden cases of every pack on all packs together; `casesHeld`: they did before, on this
 * very law and engine, and are not run again. Out: all faults; none means sound.
 */
export async function verifyPacks(
  packs: readonly Pack[],
  checks: PackChecks,
  casesHeld = false,
): Promise<PackFault[]> {
  const models = await Promise.all(packs.map((pack) => modelFaults(pack, checks)));
  const faults = [...packs.flatMap((pack) => procedureFaults(pack, checks)), ...models.flat()];
  if (faults.length > 0 || casesHeld) return faults;
  for (const pack of packs) faults.push(...(await caseFaults(pack, packs, checks)));
  return faults;
}

/** The same as a gate. @throws Refusal `pack_refused` with the faults. */
export async function assertPacksSound(
  packs: readonly Pack[],
  checks: PackChecks,
  casesHeld = false,
): Promise<void> {
  const faults = await verifyPacks(packs, checks, casesHeld);
  if (faults.length > 0) throw new Refusal('pack_refused', { faults });
}
