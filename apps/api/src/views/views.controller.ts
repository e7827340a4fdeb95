import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { SavedViews } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey, IfMatch } from '../http/request.decorators.js';
import { ChangeViewDto, NewViewDto, SavedViewDto, SavedViewListDto, viewShown } from './views.dto.js';

@ApiTags('Dossiers')
@Controller('views')
@Policy({ who: 'signed_in', note: 'The own views, and inside the house those that colleagues share' })
export class ViewsController {
  constructor(@Inject(SavedViews) private readonly views: SavedViews) {}

  @Get()
  @ApiOperation({ operationId: 'listViews', summary: 'Saved views of the worklist, the own ones first' })
  @ApiOkResponse({ type: SavedViewListDto })
  async list(@CurrentActor() actor: Actor): Promise<SavedViewListDto> {
    return { items: (await this.views.list(actor)).map(viewShown) };
  }

  @Post()
  @ApiOperation({
    operationId: 'createView',
    summary: 'Keep a filter, its order and its columns under a name',
  })
  @ApiCreatedResponse({ type: SavedViewDto })
  async create(
    @CurrentActor() actor: Actor,
    @Body() { name, query, columns, shared, position }: NewViewDto,
    @IdempotencyKey() key: string | null,
  ): Promise<SavedViewDto> {
    const draft = { name, query, columns, shared: shared ?? false, position: position ?? 0 };
    return viewShown(await this.views.create(actor, draft, key));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getView', summary: 'One saved view' })
  @ApiOkResponse({ type: SavedViewDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SavedViewDto> {
    return viewShown(await this.views.get(actor, id));
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeView', summary: 'Change an own view' })
  @ApiOkResponse({ type: SavedViewDto })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() revision: number,
    @Body() body: ChangeViewDto,
  ): Promise<SavedViewDto> {
    const changes = Object.fromEntries(
      Object.entries(body).filter(([, value]) => value !== undefined && value !== null),
    );
    return viewShown(await this.views.change(actor, id, revision, changes));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteView', summary: 'Remove an own view' })
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() revision: number,
  ): Promise<void> {
    return this.views.remove(actor, id, revision);
  }
}
