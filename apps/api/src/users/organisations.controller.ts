import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Role } from '#contracts';
import { DossierActs } from '#dossiers';
import { type Organisation, Organisations } from '#identity';
import { type Actor, hasRole } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey, IfMatch } from '../http/request.decorators.js';
import {
  ChangeOrganisationDto,
  NewOrganisationDto,
  OrganisationDto,
  OrganisationPageDto,
  OrganisationQueryDto,
} from './users.dto.js';

const shown = ({
  id,
  name,
  kind,
  taxCode,
  address,
  active,
  revision,
}: Omit<Organisation, 'createdAt' | 'updatedAt'>): OrganisationDto => ({
  id,
  name,
  kind,
  taxCode,
  address,
  active,
  revision,
});

/** Whoever looks up every organisation; a requester has to name the investor of a project and sees no others. */
const INSIDE: readonly Role[] = ['clerk', 'appraiser', 'head', 'leader', 'admin'];

@ApiTags('People')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    @Inject(Organisations) private readonly organisations: Organisations,
    @Inject(DossierActs) private readonly acts: DossierActs,
  ) {}

  @Get()
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'admin', 'requester'],
    note: 'The house looks organisations up for intake and conflicts, a requester the investors alone',
  })
  @ApiOperation({ operationId: 'listOrganisations', summary: 'Organisations by name' })
  @ApiOkResponse({ type: OrganisationPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganisationQueryDto,
  ): Promise<OrganisationPageDto> {
    const asked = hasRole(actor, ...INSIDE) ? query : { ...query, kind: 'investor' as const };
    const { items, nextCursor } = await this.organisations.list(actor, asked);
    return { items: items.map(shown), nextCursor };
  }

  @Post()
  @Policy({ who: ['admin', 'clerk'], note: 'A clerk enters the investor of a paper dossier' })
  @ApiOperation({ operationId: 'createOrganisation', summary: 'Add an organisation' })
  @ApiCreatedResponse({ type: OrganisationDto })
  async create(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() body: NewOrganisationDto,
  ): Promise<OrganisationDto> {
    const delivery = { action: 'create_organisation', body, idempotencyKey };
    return shown(await this.organisations.create(body, (work) => this.acts.create(actor, delivery, work)));
  }

  @Get(':id')
  @Policy({ who: ['admin'], note: 'Before it is corrected' })
  @ApiOperation({ operationId: 'getOrganisation', summary: 'One organisation' })
  @ApiOkResponse({ type: OrganisationDto })
  async one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OrganisationDto> {
    return shown(await this.organisations.one(actor, id));
  }

  @Patch(':id')
  @Policy({
    who: ['admin'],
    note: 'Names and tax codes decide who is in conflict; the log keeps what they were',
  })
  @ApiOperation({ operationId: 'changeOrganisation', summary: 'Correct the name, tax code or address' })
  @ApiOkResponse({ type: OrganisationDto })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() revision: number,
    @Body() body: ChangeOrganisationDto,
  ): Promise<OrganisationDto> {
    return shown(await this.organisations.change(actor, id, revision, body));
  }
}
