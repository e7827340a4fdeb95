import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { visibleLine } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { useImport } from '../../machine-list/use-import.js';
import { usePerson } from '../../session/session.provider.js';
import { useTheOrganisation } from './intake.query.js';
import { type Intake } from './intake.types.js';
import { forgetIntake, keepIntake, type KeptIntake, type Typed } from './kept-intake.js';
import { keepFile } from './kept-files.js';
import { type LetterProposal } from './letter-proposal.js';
import {
  proposedMachines,
  type ReadMachine,
  readMachines,
  takenList,
  tooManyOf,
  withMend,
} from './machine-proposal.js';
import { holdsBack, useTakenBefore } from './taken-before.query.js';
import { useTaking } from './use-taking.js';

/** A letter as it was read, and what an earlier intake of it left on the device. */
export interface Begun {
  letter: { file: File; proposal: LetterProposal; scanned: boolean };
  table: File | null;
  kept: KeptIntake | null;
}

/** The machines of the table that came with the letter, as the clerk mends them. */
function useMachines(table: File | null, kept: KeptIntake | null) {
  const [file, setFile] = useState(table);
  const [mends, setMends] = useState(kept?.mends ?? {});
  const [removed, setRemoved] = useState(kept?.removed ?? []);
  const reading = useImport(null, []);
  const { tables, sheet, layout, judged, open, stop } = reading;
  const list = useMemo(() => {
    const read = tables?.[sheet];
    return read && layout && judged ? readMachines(read, layout, judged) : null;
  }, [tables, sheet, layout, judged]);
  const machines = useMemo(
    () => (list === null ? [] : proposedMachines(list, mends, removed, Number(todayHere().slice(0, 4)))),
    [list, mends, removed],
  );
  const begin = useEffectEvent(() => table !== null && void open(table, kept?.chosen ?? undefined));
  useEffect(() => void begin(), []);
  const anew = (next: File | null) => {
    setFile(next);
    setMends({});
    setRemoved([]);
    if (next === null) stop();
    else void open(next);
  };
  const mend = (machine: ReadMachine, field: string, value: unknown) =>
    setMends((before) => withMend(before, machine, field, value));
  const remove = (id: string) => setRemoved((before) => [...before, id]);
  return { ...reading, file, mends, removed, list, machines, anew, mend, remove };
}
export type Machines = ReturnType<typeof useMachines>;

const typedFrom = ({ number, on, projectName }: LetterProposal, today: string): Typed => ({
  ...{ procedure: 'opinion', number: number?.value ?? '', on: on?.value ?? '' },
  ...{ receivedOn: today, projectName: projectName?.value ?? '' },
});

/** Each text on one line and without what nobody sees: a letter that it is copied from brings both along. */
const asLines = (part: Partial<Typed>): Partial<Typed> =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'string' ? visibleLine(value) : value,
    ]),
  );

/** The whole intake of a letter: what was read, what was typed over it, its machines, and the taking in; kept on the device. */
export function useIntake({ letter, table, kept }: Begun, onTaken: (dossierId: string) => void) {
  const { id: personId } = usePerson();
  const today = useInstallation().data?.today ?? todayHere();
  const { file, proposal } = letter;
  const [typed, setTyped] = useState<Typed>(() => kept?.typed ?? typedFrom(proposal, today));
  const [sent, setSent] = useState(file);
  const machines = useMachines(table, kept);
  const readSender = useTheOrganisation(proposal.sender?.value);
  const readInvestor = useTheOrganisation(proposal.taxCode?.value, 'investor');
  const sender = typed.sender === undefined ? readSender : typed.sender;
  const investor = typed.investor === undefined ? readInvestor : typed.investor;
  const isOver = useRef(false);
  const taking = useTaking({ letter: sent, table: machines.file }, kept, (dossierId) => {
    isOver.current = true;
    void forgetIntake(personId).then(() => onTaken(dossierId));
  });
  const { progress, unclear } = taking;
  const { mends, removed, sheet, layout } = machines;
  const chosen = useMemo(() => (layout === null ? null : { sheet, layout }), [sheet, layout]);
  const tableName = machines.file?.name ?? null;
  useEffect(() => {
    if (isOver.current) return;
    const names = { letterName: sent.name, tableName };
    keepIntake(personId, { at: Date.now(), ...names, typed, mends, removed, chosen, progress, unclear });
  }, [personId, sent, tableName, typed, mends, removed, chosen, progress, unclear]);
  useEffect(() => void keepFile(personId, 'letter', sent), [personId, sent]);
  useEffect(() => void keepFile(personId, 'table', machines.file), [personId, machines.file]);
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...asLines(part) }));
  const isTyped = [typed.number, typed.on, typed.receivedOn, typed.projectName].every(
    (one) => one.trim() !== '',
  );
  const whole = isTyped && sender !== null && machines.progress === null;
  // The draft of this very intake is none that was there before.
  const before = useTakenBefore(
    { number: typed.number, on: typed.on, ownerId: sender?.id ?? null },
    taking.dossierId === null && !taking.isLocked,
  );
  const tooMany = tooManyOf(machines.machines);
  const ready = whole && tooMany === null && !holdsBack(before);
  const submit = () => {
    if (!ready || sender === null || taking.isPending) return;
    const { projectName: name } = proposal;
    const readName = name && { value: name.value, page: name.mark.page };
    const list = machines.list && takenList(machines.list, machines.machines);
    const intake: Intake = { ...typed, sender, investor, readName, list };
    taking.mutate(intake);
  };
  return {
    today,
    typed,
    set,
    sender,
    investor,
    sent,
    setSent,
    machines,
    taking,
    whole,
    tooMany,
    ready,
    before,
    submit,
  };
}
export type IntakeInHand = ReturnType<typeof useIntake>;
