import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Role } from '#contracts';
import { type Organisation, Organisations } from '#identity';
import { type Actor, hasRole } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import {
  NewOrganisationDto,
  OrganisationDto,
  OrganisationPageDto,
  OrganisationQueryDto,
} from './users.dto.js';

const shown = ({ id, name, kind, taxCode, address, active }: Organisation): OrganisationDto => ({
  id,
  name,
  kind,
  taxCode,
  address,
  active,
});

/** Whoever looks up every organisation; a requester has to name the investor of a project and sees no others. */
const INSIDE: readonly Role[] = ['clerk', 'appraiser', 'head', 'leader', 'admin'];

@ApiTags('People')
@Controller('organisations')
export class OrganisationsController {
  constructor(@Inject(Organisations) private readonly organisations: Organisations) {}

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
  async create(@CurrentActor() actor: Actor, @Body() body: NewOrganisationDto): Promise<OrganisationDto> {
    return shown(await this.organisations.create(actor, body));
  }
}
