import { Controller, Get, Headers, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { findingsOf, replayScreening, screeningsOf, type StoredScreening } from '#appraisal';
import { type Tx, UnitOfWork } from '#database';
import { DossierActs, type OpenedDossier } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { languageOf } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { FindingsDto } from './findings.dto.js';
import { ReplayDto, type ScreeningDto, ScreeningListDto } from './screenings.dto.js';

const READERS = ['clerk', 'appraiser', 'expert', 'head', 'leader', 'province_leader', 'auditor'] as const;
const NONE: FindingsDto = {
  screening: null,
  current: false,
  findings: [],
  candidates: [],
  decisions: [],
  annexChecks: [],
  uncheckedAnnexes: [],
  people: [],
  notices: [],
};

function verdictsOf({ result }: StoredScreening): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of result.findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function shown(screening: StoredScreening): ScreeningDto {
  const {
    id,
    number,
    round,
    mode,
    factsVersion,
    lawSetDigest,
    engineVersion,
    receivedOn,
    blocking,
    resultDigest,
    performedAt,
  } = screening;
  const inputs = { factsVersion, lawSetDigest, engineVersion, receivedOn };
  return {
    id,
    number,
    round,
    mode,
    ...inputs,
    blocking,
    resultDigest,
    performedAt: performedAt.toISOString(),
    verdicts: verdictsOf(screening),
  };
}

@ApiTags('Screening')
@Controller('dossiers/:id')
@Policy({ who: READERS, dossier: true, note: 'Whoever of the appraising side may see the dossier' })
export class ScreeningsController {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('screenings')
  @ApiOperation({ operationId: 'listScreenings', summary: 'Every screening of a dossier, newest first' })
  @ApiOkResponse({ type: ScreeningListDto })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<ScreeningListDto> {
    const screenings = await this.read(actor, dossierId, (tx) => screeningsOf(tx, dossierId));
    return { items: screenings.map(shown) };
  }

  @Get('findings')
  @ApiOperation({
    operationId: 'findingsOfDossier',
    summary: 'Findings of the newest screening with texts, overturns and decisions on candidates',
  })
  @ApiOkResponse({ type: FindingsDto })
  async findings(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Headers('accept-language') acceptLanguage: string | undefined,
  ): Promise<FindingsDto> {
    const view = await this.read(actor, dossierId, (tx, { row }) =>
      findingsOf(tx, row, languageOf(acceptLanguage)),
    );
    if (!view) return NONE;
    return {
      ...view,
      screening: { ...view.screening, performedAt: view.screening.performedAt.toISOString() },
    };
  }

  @Get('screenings/:screeningId/replay')
  @ApiOperation({
    operationId: 'replayScreening',
    summary: 'Run a stored screening again from its inputs and compare',
  })
  @ApiOkResponse({ type: ReplayDto })
  replay(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('screeningId', IdPipe) screeningId: string,
  ): Promise<ReplayDto> {
    return this.read(actor, dossierId, (tx) => replayScreening(tx, dossierId, screeningId));
  }

  private read<Answer>(
    actor: Actor,
    dossierId: string,
    query: (tx: Tx, opened: OpenedDossier) => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.read(actor, async (tx) => query(tx, await this.acts.open(tx, dossierId)));
  }
}
