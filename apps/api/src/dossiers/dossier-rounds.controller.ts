import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type KeptAnswerDraft,
  requestsOf,
  type RequestsView,
  roundsOf,
  type RoundView,
  SaveAnswerDraft,
} from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import {
  AnswerDraftSavedDto,
  RequestListDto,
  RoundListDto,
  SaveAnswerDraftDto,
} from './dossier-rounds.dto.js';

@ApiTags('Dossiers')
@Controller('dossiers/:id')
export class DossierRoundsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(SaveAnswerDraft) private readonly drafts: SaveAnswerDraft,
  ) {}

  @Get('rounds')
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor', 'council_secretary'],
    dossier: true,
    note: 'Whoever of the house may see the dossier; the owner reads the letter',
  })
  @ApiOperation({
    operationId: 'listRounds',
    summary: 'What was concluded, sent back, endorsed and decided in each round, newest first',
  })
  @ApiOkResponse({ type: RoundListDto })
  rounds(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<{ items: RoundView[] }> {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: await roundsOf(tx, await this.acts.open(tx, id)),
    }));
  }

  @Get('requests')
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Whoever may see the dossier; consent and technical check inside the house only',
  })
  @ApiOperation({
    operationId: 'listRequests',
    summary: 'What was asked of the owner with the answers, and why the dossier was returned',
  })
  @ApiOkResponse({ type: RequestListDto })
  requests(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RequestsView> {
    return this.unitOfWork.read(actor, async (tx) => requestsOf(tx, await this.acts.open(tx, id)));
  }

  @Put('requests/:requestId/draft')
  @Policy({
    who: ['investor', 'requester', 'clerk'],
    dossier: true,
    note: 'The owner; the clerk who entered the dossier on their behalf',
  })
  @ApiOperation({
    operationId: 'saveAnswerDraft',
    summary: 'Keep the answer to a request while it is being written; nothing is sent, logged or told',
  })
  @ApiOkResponse({ type: AnswerDraftSavedDto })
  saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('requestId', IdPipe) requestId: string,
    @Body() { revision, ...draft }: SaveAnswerDraftDto,
  ): Promise<Pick<KeptAnswerDraft, 'revision' | 'savedAt'>> {
    return this.drafts.run(actor, { dossierId, requestId, revision }, draft);
  }
}
