import { type AnyCommand, type CaseFacts, type Decided } from '#workflow';
import { type CommandPayloads, type LetterKind, type Status } from '#contracts';
import { type Tx } from '#database';
import { type DossierPatch, type DossierRow } from '#dossiers';
import { type CivilDate } from '#kernel';
import { type LawSet } from '#law';
import { type WorkingCalendar } from '#deadlines';
import { type ClockRow } from '../clocks/clock.row.js';

/** A command as it reaches the dispatcher: validated payload, what the actor saw, how it is to be run. */
export interface CommandRequest {
  dossierId: string;
  command: AnyCommand;
  idempotencyKey: string | null;
  expectedRevision: number | null;
  dryRun: boolean;
}
/** What a command did, or with a dry run would do. */
export interface CommandAnswer {
  dossierId: string;
  fileCode: string | null;
  command: string;
  from: Status;
  status: Status;
  step: number;
  round: number;
  revision: number;
  dueOn: CivilDate | null;
  clocks: {
    id: string;
    ruleId: string;
    purpose: string;
    state: string;
    dueOn: CivilDate | null;
    basis: string;
  }[];
  letters: { id: string; kind: LetterKind; status: string }[];
  /** Who is told, by name; inside the house only. */
  recipients: { id: string; name: string; kind: string }[];
  /** Codes that the person should see: a changed law, a notice of the screening, a silence that was recorded. */
  notices: { code: string; params: Record<string, string> }[];
  dryRun: boolean;
}

/**
 * What an effect works with while a command is carried out. `row` is the dossier as it will be: effects before the
 * move add to `patch`, effects after it see the moved row.
 */
export interface EffectContext {
  tx: Tx;
  row: DossierRow;
  patch: DossierPatch;
  command: AnyCommand;
  decided: Decided;
  facts: CaseFacts;
  /** As they were when it was decided. */
  clocks: readonly ClockRow[];
  lawSet: LawSet;
  calendar: WorkingCalendar;
  today: CivilDate;
  /** Codes and ids that belong into the log entry of the transition. */
  logged: Record<string, string | number | boolean | null>;
  letters: CommandAnswer['letters'];
  recipients: CommandAnswer['recipients'];
  notices: CommandAnswer['notices'];
}
/** Carries out one effect of a transition. */
export type EffectHandler = (context: EffectContext, arg: string | null) => Promise<void>;

/** Adds to the dossier as it will be. */
export function amend(context: EffectContext, patch: DossierPatch): void {
  Object.assign(context.patch, patch);
  context.row = { ...context.row, ...patch };
}

/** The payload of the command in hand, when it is that command. */
export function payloadOf<Name extends AnyCommand['name']>(
  context: Pick<EffectContext, 'command'>,
  ...names: Name[]
): CommandPayloads[Name] {
  if (!(names as string[]).includes(context.command.name))
    throw new Error(`effect does not belong to ${context.command.name}`);
  return context.command.payload as CommandPayloads[Name];
}
