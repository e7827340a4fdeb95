import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AskHoldingReply, letterQueue } from '#casework';
import { UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { HoldingReplyAnswerDto, LetterQueuePageDto, LetterQueueQueryDto } from './letter-queue.dto.js';

@ApiTags('Letters')
@Controller()
export class LetterQueueController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskHoldingReply) private readonly holding: AskHoldingReply,
  ) {}

  @Get('letters/queue')
  @Policy({ who: ['clerk', 'head', 'leader'], note: 'Drafts of the dossiers that one may see' })
  @ApiOperation({
    operationId: 'letterQueue',
    summary: 'Drafted letters that wait for a signature or a number, the earliest due day first',
  })
  @ApiOkResponse({ type: LetterQueuePageDto })
  async queue(
    @CurrentActor() actor: Actor,
    @Query() { kind, limit, cursor }: LetterQueueQueryDto,
  ): Promise<LetterQueuePageDto> {
    const query = { kinds: kind ?? [], limit, cursor: cursor ?? null };
    const page = await this.unitOfWork.read(actor, (tx) => letterQueue(tx, query));
    const items = page.items.map((item) => ({ ...item, draftedAt: item.draftedAt.toISOString() }));
    return { ...page, items };
  }

  @Post('dossiers/:id/holding-reply')
  @HttpCode(200)
  @Policy({
    who: ['appraiser', 'head', 'leader'],
    dossier: true,
    note: 'The lead appraiser, a head or a leader; other appraisers are refused inside',
  })
  @ApiOperation({
    operationId: 'askHoldingReply',
    summary:
      'Draft the holding reply now, or bring its draft up to date; it neither stops nor fulfils the clock',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: HoldingReplyAnswerDto })
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<HoldingReplyAnswerDto> {
    const { letterId, outcome, letter } = await this.holding.run(actor, {
      dossierId,
      idempotencyKey,
      dryRun,
    });
    return { letterId, outcome, revision: letter.revision, status: letter.status };
  }
}
