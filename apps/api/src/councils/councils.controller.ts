import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeCouncil, councilCandidates, councilViews, EstablishCouncil } from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { COUNCIL_ROLES } from '#identity';
import { type Actor } from '#kernel';
import { ReasonDto } from '../assignments/assignments.dto.js';
import { plain } from '../dossiers/command-body.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { ActRoute } from './act-route.decorator.js';
import { AddCouncilMemberDto, EstablishCouncilDto } from './council-acts.dto.js';
import { CouncilCandidateListDto } from './council-list.dto.js';
import {
  AddedMemberDto,
  CouncilAnswerDto,
  CouncilListDto,
  DissolvedCouncilDto,
} from './council-views.dto.js';

@ApiTags('Councils')
@Controller('dossiers/:id/council')
export class CouncilsController {
  constructor(
    @Inject(EstablishCouncil) private readonly establishing: EstablishCouncil,
    @Inject(ChangeCouncil) private readonly changing: ChangeCouncil,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Policy({
    who: [...COUNCIL_ROLES, 'clerk', 'province_leader', 'auditor'],
    dossier: true,
    note: 'The house, and the members of the council; votes are blind until their motion is closed',
  })
  @ApiOperation({
    operationId: 'councilOfDossier',
    summary: 'The councils of a dossier, newest first: members, sessions, motions, results, minutes',
  })
  @ApiOkResponse({ type: CouncilListDto })
  async seen(@CurrentActor() actor: Actor, @Param('id', IdPipe) dossierId: string): Promise<CouncilListDto> {
    const items = await this.unitOfWork.read(actor, async (tx) =>
      councilViews(tx, await this.acts.open(tx, dossierId)),
    );
    return plain({ items }) as unknown as CouncilListDto;
  }

  @Get('candidates')
  @Policy({ who: ['head', 'leader'], dossier: true, note: 'Whoever establishes it, before inviting anybody' })
  @ApiOperation({
    operationId: 'councilCandidates',
    summary: 'Who could be given a seat, and who is in conflict with the dossier',
  })
  @ApiOkResponse({ type: CouncilCandidateListDto })
  async candidates(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<CouncilCandidateListDto> {
    return {
      items: await this.unitOfWork.read(actor, async (tx) =>
        councilCandidates(tx, (await this.acts.open(tx, dossierId)).row),
      ),
    };
  }

  @Post()
  @Policy({ who: ['head', 'leader'], dossier: true, note: 'Once the form of consultation is a council' })
  @ActRoute(
    'establishCouncil',
    'Establish a council, invite its members and draft the decision',
    CouncilAnswerDto,
  )
  establish(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: EstablishCouncilDto,
  ): Promise<CouncilAnswerDto> {
    return this.establishing.run(actor, { dossierId, idempotencyKey, dryRun }, plain(body));
  }

  @Post('members')
  @Policy({ who: ['head', 'leader'], dossier: true, note: 'Never while a session is open' })
  @ActRoute('addCouncilMember', 'Add a member, or give a place to another, with the reason', AddedMemberDto)
  addMember(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: AddCouncilMemberDto,
  ): Promise<AddedMemberDto> {
    return this.changing.addMember(actor, { dossierId, idempotencyKey, dryRun }, plain(body));
  }

  @Post('dissolve')
  @Policy({ who: ['head', 'leader'], dossier: true, note: 'The only other end of a council' })
  @ActRoute('dissolveCouncil', 'Dissolve the open council, with the reason', DissolvedCouncilDto)
  dissolve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() { reason }: ReasonDto,
  ): Promise<DissolvedCouncilDto> {
    return this.changing.dissolve(actor, { dossierId, idempotencyKey, dryRun }, { reason });
  }
}
