import { Controller, Get, Inject, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessLog } from '#audit';
import {
  LETTER_CSV_HEAD,
  letterCsvLine,
  type LetterRegisterPage,
  type LetterRegisterQuery,
  listLetters,
} from '#casework';
import { UnitOfWork } from '#database';
import { actingRoleOf } from '#dossiers';
import { type Actor } from '#kernel';
import { type ApiReply } from '../http/api-request.types.js';
import { csvAnswer } from '../http/csv-answer.js';
import { Policy, type RoutePolicy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { LetterConditionsDto, LetterRegisterPageDto, LetterRegisterQueryDto } from './letter-register.dto.js';

const READS: RoutePolicy = {
  who: ['clerk', 'head', 'leader', 'auditor'],
  note: 'Issued letters of the dossiers that one may see',
};
const REGISTER = { kind: 'list', id: 'letters' };
const PAGE = 500;
const conditionsOf = ({ q, kind, validity, from, to }: LetterConditionsDto) => ({
  ...{ q: q ?? null, kinds: kind ?? [], validities: validity ?? [], from: from ?? null, to: to ?? null },
});

/** The register of issued letters: what left the house, under which number, and what it is worth today. */
@ApiTags('Letters')
@Controller('letters')
export class LetterRegisterController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  @Get()
  @Policy(READS)
  @ApiOperation({ operationId: 'letterRegister', summary: 'The register of issued letters, newest first' })
  @ApiOkResponse({ type: LetterRegisterPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor, count, ...conditions }: LetterRegisterQueryDto,
  ): Promise<LetterRegisterPageDto> {
    const query = { ...conditionsOf(conditions), limit, cursor: cursor ?? null, count };
    const page = await this.unitOfWork.read(actor, (tx) => listLetters(tx, query));
    const action = query.q === null ? 'listed' : 'searched';
    this.accessLog.note(actor, action, { actorRole: actingRoleOf(actor), subject: REGISTER });
    return page;
  }

  @Get('export.csv')
  @Policy(READS)
  @ApiOperation({
    operationId: 'exportLetters',
    summary: 'The register as CSV, by the same conditions; every export is logged',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() conditions: LetterConditionsDto,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    await this.unitOfWork.run(actor, (tx) =>
      this.accessLog.write(tx, 'exported', { subject: REGISTER, actorRole: actingRoleOf(actor) }),
    );
    return csvAnswer(reply, 'so-dang-ky-van-ban-di.csv', this.lines(actor, conditionsOf(conditions)));
  }

  /** Page by page, so that no export is held in memory. */
  private async *lines(actor: Actor, conditions: ReturnType<typeof conditionsOf>): AsyncGenerator<string> {
    yield LETTER_CSV_HEAD;
    let cursor: string | null = null;
    do {
      const asked: LetterRegisterQuery = { ...conditions, limit: PAGE, cursor, count: false };
      const page: LetterRegisterPage = await this.unitOfWork.read(actor, (tx) => listLetters(tx, asked));
      if (page.items.length > 0) yield page.items.map(letterCsvLine).join('');
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
}
