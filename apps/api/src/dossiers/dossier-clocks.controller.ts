import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { clockExplanation, clockViews } from '#casework';
import { type Tx, UnitOfWork } from '#database';
import { caseAttributes, DossierActs, type DossierRow, factsOf, LawRegistry } from '#dossiers';
import { type Actor, civilDateOf } from '#kernel';
import { checklistFor, type LawSet } from '#law';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';

const SEES = {
  who: 'signed_in',
  dossier: true,
  note: 'Whoever may see the dossier by the access policy',
} as const;

@ApiTags('Dossiers')
@Controller('dossiers/:id')
export class DossierClocksController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  @Get('clocks')
  @Policy(SEES)
  @ApiOperation({ operationId: 'listClocks', summary: 'Every clock with its stops, readings and movements' })
  clocks(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.withLaw(actor, id, async (tx, row, set) => ({
      items: await clockViews(tx, row, this.law.calendarOf(set)),
    }));
  }

  @Get('clocks/:clockId/explanation')
  @Policy(SEES)
  @ApiOperation({ operationId: 'explainClock', summary: 'A due date explained day by day' })
  explanation(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('clockId', IdPipe) clockId: string,
  ) {
    return this.withLaw(actor, id, (tx, row, set) =>
      clockExplanation(tx, row, clockId, this.law.calendarOf(set)),
    );
  }

  @Get('checklist')
  @Policy(SEES)
  @ApiOperation({ operationId: 'getChecklist', summary: 'Papers that the law asks for, and what is missing' })
  checklist(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.withLaw(actor, id, async (tx, row, set) =>
      checklistFor(set, caseAttributes(row), await factsOf(tx, row.id, row.factsVersion)),
    );
  }

  private withLaw<Answer>(
    actor: Actor,
    id: string,
    read: (tx: Tx, row: DossierRow, set: LawSet) => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { row } = await this.acts.open(tx, id);
      return read(tx, row, await this.law.governing(tx, row, row.receivedOn ?? civilDateOf(tx.at)));
    });
  }
}
