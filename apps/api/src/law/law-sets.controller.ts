import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { PUBLIC_ACTOR } from '#casework';
import { UnitOfWork } from '#database';
import { LawRegistry } from '#dossiers';
import { Refusal } from '#kernel';
import { type LawSet } from '#law';
import { type Language } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { ReaderLanguage } from '../http/reader-language.decorator.js';
import { lawSetDto, procedureDto } from './law-view.js';
import { LawSetDto, ProcedureDto } from './law.dto.js';

const DIGEST = { name: 'digest', description: 'As a dossier names the set that it is pinned to' } as const;

/** The sets to which dossiers are pinned, exactly as they were chosen, whatever the packs of today say. */
@ApiTags('Law')
@Controller('law/sets')
@Policy({
  who: 'public',
  ignoresCredentials: true,
  note: 'Law is public: everybody may see by which rules is judged',
})
export class LawSetsController {
  constructor(
    @Inject(LawRegistry) private readonly registry: LawRegistry,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get(':digest')
  @ApiOperation({ operationId: 'getLawSet', summary: 'The law to which a dossier is pinned' })
  @ApiParam(DIGEST)
  @ApiOkResponse({ type: LawSetDto })
  async set(@Param('digest') digest: string, @ReaderLanguage() language: Language): Promise<LawSetDto> {
    return lawSetDto(await this.stored(digest), language);
  }

  @Get(':digest/procedure')
  @ApiOperation({
    operationId: 'getProcedureOfLawSet',
    summary: 'Statuses and edges of the procedure to which a dossier is pinned',
  })
  @ApiParam(DIGEST)
  @ApiOkResponse({ type: ProcedureDto })
  async procedure(@Param('digest') digest: string): Promise<ProcedureDto> {
    return procedureDto(await this.stored(digest));
  }

  /** @throws Refusal `not_found` */
  private async stored(digest: string): Promise<LawSet> {
    const set = await this.unitOfWork.read(PUBLIC_ACTOR, (tx) => this.registry.stored(tx, digest));
    if (set === null) throw new Refusal('not_found');
    return set;
  }
}
