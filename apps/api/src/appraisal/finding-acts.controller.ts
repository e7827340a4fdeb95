import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AcceptEvidence, CheckAnnex, OverturnFinding } from '#appraisal';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import {
  AnnexCheckAnswerDto,
  CheckAnnexDto,
  EvidenceAnswerDto,
  OverturnAnswerDto,
  OverturnDto,
} from './matches.dto.js';

@ApiTags('Screening')
@Controller('dossiers/:id')
export class FindingActsController {
  constructor(
    @Inject(OverturnFinding) private readonly overturns: OverturnFinding,
    @Inject(CheckAnnex) private readonly annexes: CheckAnnex,
    @Inject(AcceptEvidence) private readonly evidence: AcceptEvidence,
  ) {}

  @Post('overturns')
  @HttpCode(200)
  @Policy({
    who: ['appraiser', 'head'],
    dossier: true,
    note: 'Proposes; the finding stands until a second person agrees',
  })
  @ApiOperation({
    operationId: 'overturnFinding',
    summary: 'Propose to overturn a breached finding, with reason and evidence; never of the prohibited list',
  })
  @ApiOkResponse({ type: OverturnAnswerDto })
  overturn(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: OverturnDto,
  ): Promise<OverturnAnswerDto> {
    return this.overturns.propose(actor, { dossierId, idempotencyKey, dryRun }, { ...body });
  }

  @Post('overturns/:overturnId/second')
  @HttpCode(200)
  @Policy({
    who: ['appraiser', 'head', 'leader'],
    dossier: true,
    note: 'Another person than the one who proposed it',
  })
  @ApiOperation({ operationId: 'secondOverturn', summary: 'Second an overturn' })
  @ApiOkResponse({ type: OverturnAnswerDto })
  secondOverturn(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('overturnId', IdPipe) overturnId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<OverturnAnswerDto> {
    return this.overturns.second(actor, { dossierId, idempotencyKey, dryRun }, overturnId);
  }

  @Post('annex-checks')
  @HttpCode(200)
  @Policy({ who: ['appraiser', 'head'], dossier: true, note: 'The screened dossier, until it is concluded' })
  @ApiOperation({
    operationId: 'checkAnnex',
    summary: 'Record that an annex in force that is not loaded was checked by hand',
  })
  @ApiOkResponse({ type: AnnexCheckAnswerDto })
  checkAnnex(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: CheckAnnexDto,
  ): Promise<AnnexCheckAnswerDto> {
    return this.annexes.run(actor, { dossierId, idempotencyKey, dryRun }, { ...body });
  }

  @Post('evidence/:evidenceId/accept')
  @HttpCode(200)
  @Policy({ who: ['appraiser'], dossier: true, note: 'The accepted dossier, until it is concluded' })
  @ApiOperation({
    operationId: 'acceptEvidence',
    summary: 'Accept an evidence item of the facts as proof; the facts get a new version',
  })
  @ApiOkResponse({ type: EvidenceAnswerDto })
  acceptEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('evidenceId') evidenceId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<EvidenceAnswerDto> {
    return this.evidence.run(actor, { dossierId, idempotencyKey, dryRun }, evidenceId);
  }
}
