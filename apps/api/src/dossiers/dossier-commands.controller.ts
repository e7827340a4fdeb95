import { Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiExcludeEndpoint,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type CommandAnswer, CommandDispatcher, CommandOptionsQuery } from '#casework';
import { COMMANDS } from '#contracts';
import { UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { type ApiRequest } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey, IfMatch, ThenAccept } from '../http/request.decorators.js';
import { commandOf, PAYLOAD_CLASSES } from './command-body.js';
import { CommandAnswerDto, CommandOptionsDto } from './dossiers.dto.js';

const PAYLOADS = [...new Set(Object.values(PAYLOAD_CLASSES))];

@ApiTags('Dossiers')
@ApiExtraModels(...PAYLOADS)
@Controller('dossiers/:id/commands')
export class DossierCommandsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommandDispatcher) private readonly dispatcher: CommandDispatcher,
    @Inject(CommandOptionsQuery) private readonly options: CommandOptionsQuery,
  ) {}

  @Get()
  @Policy({ who: 'signed_in', dossier: true, note: 'Whoever may see the dossier by the access policy' })
  @ApiOperation({ operationId: 'listCommands', summary: 'What may be done now, and why not' })
  @ApiOkResponse({ type: CommandOptionsDto })
  async commands(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CommandOptionsDto> {
    const { revision, options } = await this.unitOfWork.read(actor, (tx) => this.options.of(tx, id));
    return { revision, items: options };
  }

  @Post(':command')
  @HttpCode(200)
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'The procedure of the pack says who may fire which command',
  })
  @ApiOperation({
    operationId: 'commandDossier',
    summary: 'Carry out a command, or with dryRun tell what it would do',
  })
  @ApiParam({ name: 'command', enum: COMMANDS })
  @ApiBody({ schema: { oneOf: PAYLOADS.map((payload) => ({ $ref: getSchemaPath(payload) })) } })
  @ApiOkResponse({ type: CommandAnswerDto })
  async command(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('command') name: string,
    @IfMatch() expectedRevision: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Req() request: ApiRequest,
    @ThenAccept() thenAccept: boolean,
  ): Promise<CommandAnswer> {
    const command = await commandOf(name, request.body);
    const asked = { dossierId, command, idempotencyKey, expectedRevision };
    if (thenAccept) return this.dispatcher.rehearseAcceptance(actor, asked);
    return this.dispatcher.dispatch(actor, { ...asked, dryRun });
  }

  /** The same command by a route of its own: a conclusion on a large plant is a larger body than others may be. */
  @Post('conclude')
  @HttpCode(200)
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'The procedure of the pack says who may conclude',
  })
  @ApiExcludeEndpoint()
  conclude(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IfMatch() expectedRevision: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Req() request: ApiRequest,
  ): Promise<CommandAnswer> {
    return this.command(
      actor,
      dossierId,
      'conclude',
      expectedRevision,
      idempotencyKey,
      dryRun,
      request,
      false,
    );
  }
}
