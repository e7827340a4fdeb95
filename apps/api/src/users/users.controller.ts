import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DossierActs } from '#dossiers';
import { passwordDigest, Users } from '#identity';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey, IfMatch } from '../http/request.decorators.js';
import { ChangeUserDto, NewUserDto, UserDto, UserPageDto, UserQueryDto } from './users.dto.js';

@ApiTags('People')
@Controller('users')
@Policy({ who: ['admin'], note: 'Accounts of the own authority' })
export class UsersController {
  constructor(
    @Inject(Users) private readonly users: Users,
    @Inject(DossierActs) private readonly acts: DossierActs,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listUsers', summary: 'Accounts by name' })
  @ApiOkResponse({ type: UserPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: UserQueryDto): Promise<UserPageDto> {
    return this.users.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getUser', summary: 'One account' })
  @ApiOkResponse({ type: UserDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UserDto> {
    return this.users.one(actor, id);
  }

  @Post()
  @ApiOperation({ operationId: 'createUser', summary: 'Create an account' })
  @ApiCreatedResponse({ type: UserDto })
  async create(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() body: NewUserDto,
  ): Promise<UserDto> {
    // What is kept to know a repeated request must not make the password easier to guess than its hash does.
    const password = await passwordDigest(body.password, `create_account:${actor.id}`);
    const delivery = { action: 'create_account', body: { ...body, password }, idempotencyKey };
    return this.users.create(body, (work) => this.acts.create(actor, delivery, work));
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'changeUser',
    summary: 'Change name, position, roles or organisation, deactivate, set a password',
  })
  @ApiOkResponse({ type: UserDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() revision: number,
    @Body() body: ChangeUserDto,
  ): Promise<UserDto> {
    return this.users.change(actor, id, revision, body);
  }
}
