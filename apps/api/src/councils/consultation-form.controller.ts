import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { consultationChoices } from '#appraisal';
import { ChooseConsultationForm, consultationFormState } from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs, LawRegistry } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { ActRoute } from './act-route.decorator.js';
import {
  ConsultationChoiceDto,
  ConsultationFormAnswerDto,
  ConsultationFormDto,
} from './consultation-form.dto.js';

@ApiTags('Councils')
@Controller('dossiers/:id/consultation-form')
export class ConsultationFormController {
  constructor(
    @Inject(ChooseConsultationForm) private readonly choosing: ChooseConsultationForm,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'],
    dossier: true,
    note: 'The house that may see the dossier',
  })
  @ApiOperation({
    operationId: 'consultationForm',
    summary: 'Whom the head lets be heard in this round, whether that was followed, and every choice',
  })
  @ApiOkResponse({ type: ConsultationFormDto })
  async seen(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<ConsultationFormDto> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { row } = await this.acts.open(tx, dossierId);
      const history = await consultationChoices(tx, row.id);
      return {
        ...(await consultationFormState(tx, row, this.law)),
        history: history.map(({ chosenAt, ...choice }) => ({ ...choice, chosenAt: chosenAt.toISOString() })),
      };
    });
  }

  @Post()
  @Policy({ who: ['head'], dossier: true, note: 'A head chooses or changes the form, with the reason' })
  @ActRoute('chooseConsultationForm', 'Choose whom to hear in this round', ConsultationFormAnswerDto)
  choose(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: ConsultationChoiceDto,
  ): Promise<ConsultationFormAnswerDto> {
    return this.choosing.run(actor, { dossierId, idempotencyKey, dryRun }, { ...body });
  }
}
