import { Inject, Injectable } from '@nestjs/common';
import { type Tx } from '#database';
import { DossierActs, LawRegistry, procedureOf } from '#dossiers';
import { civilDateOf } from '#kernel';
import { type CommandOption } from '#workflow';
import { optionsSeen } from '../commands/seen-from-outside.js';
import { loadCaseFacts } from '../facts/case-facts.loader.js';

/** What may be done with a dossier now, and why not. */
@Injectable()
export class CommandOptionsQuery {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  /** Every command of the procedure with `permitted` and the reasons when not. @throws Refusal `not_found` */
  async of(tx: Tx, dossierId: string): Promise<{ revision: number; options: CommandOption[] }> {
    const opened = await this.acts.open(tx, dossierId);
    const today = civilDateOf(tx.at);
    const lawSet = await this.law.governing(tx, opened.row, opened.row.receivedOn ?? today);
    const calendar = this.law.calendarOf(lawSet);
    const facts = await loadCaseFacts(tx, { opened, lawSet, calendar, today });
    return {
      revision: opened.row.revision,
      options: optionsSeen(procedureOf(lawSet), facts, opened.viewStatus),
    };
  }
}
