import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, type ChainHead, lockChain } from '#audit';
import { isClosed } from '#contracts';
import { type Tx } from '#database';
import {
  actingRoleOf,
  DossierActs,
  type DossierRow,
  LawRegistry,
  moveDossier,
  type OpenedDossier,
  procedureOf,
  viewStatusOf,
  writeDossier,
} from '#dossiers';
import { type Actor, civilDateOf, Refusal } from '#kernel';
import { previewLetter } from '#letters';
import { decide, type Decided, type EffectName, lettersDraftedBy } from '#workflow';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { type ClockRow, clocksOf } from '../clocks/clock.row.js';
import { dueOnAmong } from '../clocks/clock-writer.js';
import { conclusionOf } from '../decisions/conclusion.query.js';
import { decisionFollowing } from '../decisions/decision-following.rule.js';
import { endCouncilWithDossier } from '../councils/change-council.use-case.js';
import { BEFORE_MOVE, effectHandlers } from '../effects/effect-handlers.js';
import { HoldingReplies } from '../holding/holding-replies.js';
import { staffingNotices } from '../staffing/staffing-notices.js';
import { loadCase } from '../facts/case-facts.loader.js';
import { answerOf, asOneStep } from './command-answer.js';
import { refusalSeen } from './seen-from-outside.js';
import {
  type CommandAnswer,
  type CommandRequest,
  type EffectContext,
  type EffectHandler,
} from './command.types.js';
import { leavesClocks, onlyTells } from './effects-of-command.rule.js';

/** One command, one transaction: facts under the lock, a pure decision, effects, one log row. */
@Injectable()
export class CommandDispatcher {
  private readonly handlers: Record<EffectName, EffectHandler>;

  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(CASEWORK_SETTINGS) settings: CaseworkSettings,
    @Inject(HoldingReplies) private readonly holding: HoldingReplies,
  ) {
    this.handlers = effectHandlers(law, settings);
  }

  /**
   * Carries out a command, or with `dryRun` tells what it would do.
   * @throws Refusal by the code of the first guard that fails, and those of `DossierActs.run`.
   */
  async dispatch(actor: Actor, request: CommandRequest): Promise<CommandAnswer> {
    const { command, ...delivery } = request;
    return this.acts.run(
      actor,
      { ...delivery, action: command.name, body: command.payload },
      async (tx, opened) => {
        const { answer } = await this.carryOut(tx, opened, request);
        return { ...answer, dryRun: request.dryRun };
      },
    );
  }

  /**
   * What a command and the acceptance right after it would do together, told as one step; nothing is changed.
   * @throws Refusal what refuses either of them, and those of `DossierActs.run`.
   */
  async rehearseAcceptance(
    actor: Actor,
    { command, ...delivery }: Omit<CommandRequest, 'dryRun'>,
  ): Promise<CommandAnswer> {
    const rehearsed = { ...delivery, dryRun: true };
    const asked = { ...rehearsed, action: command.name, body: command.payload };
    return this.acts.run(actor, asked, async (tx, opened) => {
      const first = await this.carryOut(tx, opened, { ...rehearsed, command });
      const { row } = first.context;
      const between = { ...opened, row, viewStatus: await viewStatusOf(tx, row) };
      const accept = { name: 'accept', payload: {} } as const;
      const { answer } = await this.carryOut(tx, between, { ...rehearsed, command: accept });
      return { ...asOneStep(first.answer, answer), dryRun: true };
    });
  }

  /**
   * The letter that a command would draft, as it would be printed; nothing is changed. Of an endorsement it is the letter
   * of the decision that follows the conclusion word for word, which is what the endorsement is about.
   * @throws Refusal `command_drafts_no_letter`, and those of a dry run of the command.
   */
  async rehearseLetter(actor: Actor, request: Omit<CommandRequest, 'dryRun'>): Promise<Uint8Array> {
    const { command, ...delivery } = request;
    const rehearsed = { ...delivery, dryRun: true };
    const asked = { ...rehearsed, action: command.name, body: command.payload };
    return this.acts.run(actor, asked, async (tx, opened) => {
      const { context } = await this.carryOut(tx, opened, { ...rehearsed, command });
      if (command.name === 'endorse') await this.draftFollowing(context);
      const letter = context.letters.at(-1);
      if (!letter) throw new Refusal('command_drafts_no_letter', { command: command.name });
      return previewLetter(tx, letter.id);
    });
  }

  /** Drafts what the leader would sign by following the conclusion; only ever within a rehearsal. */
  private async draftFollowing(context: EffectContext): Promise<void> {
    const { tx, row, lawSet } = context;
    const conclusion = await conclusionOf(tx, row);
    if (conclusion === null) return;
    const command = decisionFollowing(conclusion, context.facts.earlierDecision ?? null);
    const ahead = { ...context, command };
    for (const kind of lettersDraftedBy(procedureOf(lawSet), row.status, command.name))
      await this.handlers.draft_letter(ahead, kind);
  }

  private async carryOut(
    tx: Tx,
    opened: OpenedDossier,
    request: CommandRequest,
  ): Promise<{ context: EffectContext; answer: CommandAnswer }> {
    const context = await this.decided(tx, opened, request);
    context.notices.push(...(await staffingNotices(context)));
    await this.apply(context, (name) => BEFORE_MOVE.has(name));
    const dueOn = dueOnAmong(await clocksNow(context));
    const move = {
      command: request.command.name,
      to: context.decided.to,
      actorRole: this.role(context),
      commandId: null,
    };
    const [moved, head] = await Promise.all([
      moveDossier(tx, opened.row, move, { ...context.patch, dueOn }),
      lockChain(tx, opened.row.id),
    ]);
    context.row = moved;
    const clocks = await this.afterMove(context, () => this.log(context, opened.row, head));
    if (isClosed(context.row.status)) await endCouncilWithDossier(tx, context.row);
    return { context, answer: await answerOf(context, opened, clocks) };
  }

  /** Log, effects, clocks and holding reply, in this order where one may depend on the other. The clocks as they are. */
  private async afterMove(context: EffectContext, log: () => Promise<void>): Promise<readonly ClockRow[]> {
    const { effects } = context.decided;
    const carryOn = () => this.apply(context, (name) => !BEFORE_MOVE.has(name));
    if (leavesClocks(effects) && onlyTells(effects)) {
      const hold = () => this.holding.follow(context.tx, context.row, context.clocks);
      await Promise.all([log().then(hold), carryOn()]);
      return context.clocks;
    }
    await log();
    await carryOn();
    const clocks = await this.follow(context);
    await this.holding.follow(context.tx, context.row, clocks);
    return clocks;
  }

  private async decided(tx: Tx, opened: OpenedDossier, { command }: CommandRequest): Promise<EffectContext> {
    const today = civilDateOf(tx.at);
    const lawSet = await this.law.governing(tx, opened.row, opened.row.receivedOn ?? today);
    const calendar = this.law.calendarOf(lawSet);
    const { facts, clocks } = await loadCase(tx, { opened, lawSet, calendar, today });
    const procedure = procedureOf(lawSet);
    const decision = decide(procedure, command, facts);
    if (decision.kind === 'refused') {
      const told = refusalSeen(procedure, facts, command, { refused: decision, seen: opened.viewStatus });
      throw new Refusal(told.code, told.details);
    }
    const gathered = { logged: {}, letters: [], recipients: [], notices: [], patch: {} };
    return {
      tx,
      row: opened.row,
      command,
      decided: decision,
      facts,
      clocks,
      lawSet,
      calendar,
      today,
      ...gathered,
    };
  }

  private async apply(context: EffectContext, isMeant: (name: EffectName) => boolean): Promise<void> {
    for (const { name, arg } of context.decided.effects as { name: EffectName; arg: string | null }[])
      if (isMeant(name)) await this.handlers[name](context, arg);
  }

  /** Effects after the move may have moved a clock (a reopened round); the due date follows. The clocks as they are. */
  private async follow(context: EffectContext): Promise<readonly ClockRow[]> {
    const clocks = await clocksNow(context);
    const dueOn = dueOnAmong(clocks);
    if (dueOn !== context.row.dueOn) context.row = await writeDossier(context.tx, context.row, { dueOn });
    return clocks;
  }

  private role({ tx, decided }: { tx: Tx; decided: Decided }) {
    return actingRoleOf(tx.actor, decided.by);
  }

  private async log(context: EffectContext, before: DossierRow, head: ChainHead): Promise<void> {
    const { tx, row, command, decided } = context;
    const entry = {
      chainId: row.id,
      actorRole: this.role(context),
      action: `dossier.${command.name}`,
      subject: { kind: 'dossier', id: row.id },
      facts: {
        from: before.status,
        to: decided.to,
        step: row.step,
        round: row.round,
        dueOn: row.dueOn,
        ...context.logged,
      },
      payload: Object.keys(command.payload).length > 0 ? command.payload : undefined,
    };
    await appendAudit(tx, entry, head);
  }
}

/** The clocks of the dossier: those of the decision, unless an effect may have changed them. */
const clocksNow = ({ tx, row, clocks, decided }: EffectContext): Promise<readonly ClockRow[]> =>
  leavesClocks(decided.effects) ? Promise.resolve(clocks) : clocksOf(tx, row.id);
