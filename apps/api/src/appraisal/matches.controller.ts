import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideMatch, SecondMatch, WithdrawMatch } from '#appraisal';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { DecideListMatchDto, MatchAnswerDto, WithdrawMatchDto } from './matches.dto.js';

const APPRAISERS = ['appraiser', 'head'] as const;
const SECONDERS = ['appraiser', 'head', 'leader'] as const;

@ApiTags('Screening')
@Controller('dossiers/:id/matches')
export class MatchesController {
  constructor(
    @Inject(DecideMatch) private readonly decisions: DecideMatch,
    @Inject(SecondMatch) private readonly seconds: SecondMatch,
    @Inject(WithdrawMatch) private readonly withdrawals: WithdrawMatch,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy({ who: APPRAISERS, dossier: true, note: 'The screened dossier, until it is concluded' })
  @ApiOperation({
    operationId: 'decideMatch',
    summary: 'Confirm or reject a list candidate; a confirmed prohibited one waits for a second person',
  })
  @ApiOkResponse({ type: MatchAnswerDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: DecideListMatchDto,
  ): Promise<MatchAnswerDto> {
    return this.decisions.run(actor, { dossierId, idempotencyKey, dryRun }, { ...body });
  }

  @Post(':decisionId/second')
  @HttpCode(200)
  @Policy({ who: SECONDERS, dossier: true, note: 'Another person than the one who confirmed' })
  @ApiOperation({ operationId: 'secondMatch', summary: 'Second the confirmation of a prohibited match' })
  @ApiOkResponse({ type: MatchAnswerDto })
  second(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<MatchAnswerDto> {
    return this.seconds.run(actor, { dossierId, idempotencyKey, dryRun }, decisionId);
  }

  @Post(':decisionId/withdrawal')
  @HttpCode(200)
  @Policy({ who: APPRAISERS, dossier: true, note: 'Proposes; it counts until a second person agrees' })
  @ApiOperation({
    operationId: 'withdrawMatch',
    summary: 'Take a decision on a candidate back, with reason and evidence',
  })
  @ApiOkResponse({ type: MatchAnswerDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: WithdrawMatchDto,
  ): Promise<MatchAnswerDto> {
    return this.withdrawals.propose(actor, { dossierId, idempotencyKey, dryRun }, decisionId, { ...body });
  }

  @Post(':decisionId/withdrawal/second')
  @HttpCode(200)
  @Policy({ who: SECONDERS, dossier: true, note: 'Another person than the one who proposed the withdrawal' })
  @ApiOperation({
    operationId: 'secondWithdrawal',
    summary: 'Second a withdrawal; the dossier needs a new screening then',
  })
  @ApiOkResponse({ type: MatchAnswerDto })
  secondWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<MatchAnswerDto> {
    return this.withdrawals.second(actor, { dossierId, idempotencyKey, dryRun }, decisionId);
  }
}
