import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Organisation, Organisations } from '#identity';
import { type Actor } from '#kernel';
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

@ApiTags('People')
@Controller('organisations')
export class OrganisationsController {
  constructor(@Inject(Organisations) private readonly organisations: Organisations) {}

  @Get()
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'admin'],
    note: 'The house looks organisations up for intake and conflicts',
  })
  @ApiOperation({ operationId: 'listOrganisations', summary: 'Organisations by name' })
  @ApiOkResponse({ type: OrganisationPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganisationQueryDto,
  ): Promise<OrganisationPageDto> {
    const { items, nextCursor } = await this.organisations.list(actor, query);
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
