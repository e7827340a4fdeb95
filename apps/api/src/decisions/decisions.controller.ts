import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  CommandDispatcher,
  type DecisionProposal,
  decisionQueue,
  proposalOf,
  type WaitingDecision,
} from '#casework';
import { UnitOfWork } from '#database';
import { downloadHeaders } from '#documents';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { commandOf } from '../dossiers/command-body.js';
import { type ApiReply } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { languageOf } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IfMatch } from '../http/request.decorators.js';
import {
  CurrentProposalDto,
  DecisionLetterDto,
  type DecisionProposalDto,
  DecisionQueueDto,
  DecisionQueueQueryDto,
} from './decisions.dto.js';

const shownProposal = ({ concludedAt, endorsedAt, ...proposal }: DecisionProposal): DecisionProposalDto => ({
  ...proposal,
  concludedAt: concludedAt.toISOString(),
  endorsedAt: endorsedAt?.toISOString() ?? null,
});
const shown = ({ dossier, proposal, ...waiting }: WaitingDecision): DecisionQueueDto['items'][number] => ({
  ...waiting,
  dossier: { ...dossier, updatedAt: dossier.updatedAt.toISOString() },
  proposal: shownProposal(proposal),
});

/** What heads endorse and leaders decide: the queue, what is proposed, and the letter as it would go out. */
@ApiTags('Decisions')
@Controller()
export class DecisionsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(CommandDispatcher) private readonly dispatcher: CommandDispatcher,
  ) {}

  @Get('decisions/queue')
  @Policy({ who: ['head', 'leader'], note: 'What waits for the reader, by the predicate of the list' })
  @ApiOperation({
    operationId: 'decisionQueue',
    summary: 'Dossiers that wait for my endorsement or decision with what is proposed, the oldest term first',
  })
  @ApiOkResponse({ type: DecisionQueueDto })
  async queue(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor }: DecisionQueueQueryDto,
    @Headers('accept-language') acceptLanguage: string | undefined,
  ): Promise<DecisionQueueDto> {
    const page = await this.unitOfWork.read(actor, (tx) =>
      decisionQueue(tx, { limit, cursor: cursor ?? null, language: languageOf(acceptLanguage) }),
    );
    return { ...page, items: page.items.map(shown) };
  }

  @Get('dossiers/:id/proposal')
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor', 'council_secretary'],
    dossier: true,
    note: 'Whoever of the house may see the dossier; the owner reads the letter',
  })
  @ApiOperation({
    operationId: 'getProposal',
    summary: 'What stands to be endorsed or decided: outcome, findings that stand in figures, dissent',
  })
  @ApiOkResponse({ type: CurrentProposalDto })
  async proposal(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('accept-language') acceptLanguage: string | undefined,
  ): Promise<CurrentProposalDto> {
    const current = await this.unitOfWork.read(actor, async (tx) =>
      proposalOf(tx, await this.acts.open(tx, id), languageOf(acceptLanguage)),
    );
    return { current: current && shownProposal(current) };
  }

  @Post('dossiers/:id/decision-letter')
  @HttpCode(200)
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader'],
    dossier: true,
    note: 'Whoever may give the command now; nothing is changed',
  })
  @ApiOperation({
    operationId: 'rehearseDecisionLetter',
    summary:
      'The letter that a step would draft, or to which an endorsement leads, as it would be printed; nothing is changed',
  })
  @ApiProduces('application/pdf')
  async letter(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IfMatch() expectedRevision: number,
    @Body() body: DecisionLetterDto,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const command = await commandOf(body.command, body.payload, 'payload');
    const request = { dossierId, command, expectedRevision, idempotencyKey: null };
    const bytes = await this.dispatcher.rehearseLetter(actor, request);
    const file = { fileName: 'du-thao.pdf', contentType: 'application/pdf', size: bytes.length };
    for (const [name, value] of Object.entries(downloadHeaders(file))) reply.header(name, value);
    return new StreamableFile(bytes);
  }
}
