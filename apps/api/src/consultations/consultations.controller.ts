import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Consultation } from '#appraisal';
import {
  AnswerConsultation,
  AskConsultation,
  type ConsultationView,
  consultationView,
  consultationViews,
  EndConsultation,
  type EndedConsultation,
  listConsultations,
  RemindConsultation,
} from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor, civilDateOf } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { ASKERS } from './consultation-letter.controller.js';
import {
  AnswerConsultationDto,
  AskConsultationDto,
  CloseConsultationDto,
  ConsultationDto,
  ConsultationListDto,
  ConsultationPageDto,
  ConsultationQueryDto,
  EndedConsultationDto,
  ReminderDto,
  WithdrawConsultationDto,
} from './consultations.dto.js';

const HOUSE = [
  'clerk',
  'appraiser',
  'head',
  'leader',
  'province_leader',
  'auditor',
  'council_secretary',
] as const;
const CONSULTED = ['agency', 'expert'] as const;

const written = ({ askedAt, enteredAt, ...view }: ConsultationView): ConsultationDto => ({
  ...view,
  askedAt: new Date(askedAt).toISOString(),
  enteredAt: enteredAt === null ? null : new Date(enteredAt).toISOString(),
});

@ApiTags('Consultations')
@Controller()
export class ConsultationsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(AskConsultation) private readonly asking: AskConsultation,
    @Inject(AnswerConsultation) private readonly answering: AnswerConsultation,
    @Inject(RemindConsultation) private readonly reminding: RemindConsultation,
    @Inject(EndConsultation) private readonly ending: EndConsultation,
  ) {}

  @Get('consultations')
  @Policy({
    who: [...HOUSE, ...CONSULTED],
    dossier: true,
    note: 'For the house all of visible dossiers; for the consulted those of their organisation',
  })
  @ApiOperation({
    operationId: 'listOpenConsultations',
    summary: 'Consultations in a state, the earliest due first',
  })
  @ApiOkResponse({ type: ConsultationPageDto })
  async page(
    @CurrentActor() actor: Actor,
    @Query() query: ConsultationQueryDto,
  ): Promise<ConsultationPageDto> {
    const { state, limit, cursor } = query;
    const request = { state, limit, ...(cursor === undefined ? {} : { cursor }) };
    const { items, nextCursor } = await this.unitOfWork.read(actor, (tx) => listConsultations(tx, request));
    const shown = items.map(({ projectName, fileCode, ...one }) => ({
      ...written(one),
      projectName,
      fileCode,
    }));
    return { items: shown, nextCursor };
  }

  @Get('dossiers/:id/consultations')
  @Policy({
    who: [...HOUSE, ...CONSULTED],
    dossier: true,
    note: 'For the house all rounds; for the consulted what their organisation was asked',
  })
  @ApiOperation({ operationId: 'listConsultations', summary: 'Consultations of a dossier, oldest first' })
  @ApiOkResponse({ type: ConsultationListDto })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ConsultationListDto> {
    const views = await this.unitOfWork.read(actor, async (tx) =>
      consultationViews(tx, await this.acts.open(tx, id, { asConsulted: true })),
    );
    return { items: views.map(written) };
  }

  @Post('dossiers/:id/consultations')
  @HttpCode(200)
  @Policy({
    who: ASKERS,
    dossier: true,
    note: 'The lead appraiser or a head, from acceptance until the conclusion',
  })
  @ApiOperation({
    operationId: 'askConsultation',
    summary: 'Ask an agency or an independent body; the letter is drafted and asks once it is issued',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: ConsultationDto })
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: AskConsultationDto,
  ): Promise<ConsultationDto> {
    return this.shown(
      actor,
      await this.asking.run(actor, { dossierId, idempotencyKey, dryRun }, { ...body }),
    );
  }

  @Post('dossiers/:id/consultations/:consultationId/answer')
  @HttpCode(200)
  @Policy({
    who: ['agency', 'expert', 'clerk'],
    dossier: true,
    note: 'The consulted organisation, or a clerk who enters its paper',
  })
  @ApiOperation({
    operationId: 'answerConsultation',
    summary: 'Answer a consultation, or enter the answer that came on paper',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: ConsultationDto })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('consultationId', IdPipe) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: AnswerConsultationDto,
  ): Promise<ConsultationDto> {
    const call = { dossierId, idempotencyKey, dryRun };
    return this.shown(actor, await this.answering.run(actor, call, id, { ...body }));
  }

  @Post('dossiers/:id/consultations/:consultationId/remind')
  @HttpCode(200)
  @Policy({ who: ASKERS, dossier: true, note: 'The lead appraiser or a head, at most once a day' })
  @ApiOperation({ operationId: 'remindConsultation', summary: 'Remind those who have not answered' })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: ReminderDto })
  async remind(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('consultationId', IdPipe) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<ReminderDto> {
    const answer = await this.reminding.run(actor, { dossierId, idempotencyKey, dryRun }, id);
    return { ...(await this.shown(actor, answer.consultation)), told: answer.told };
  }

  @Post('dossiers/:id/consultations/:consultationId/withdraw')
  @HttpCode(200)
  @Policy({ who: ASKERS, dossier: true, note: 'The lead appraiser or a head' })
  @ApiOperation({
    operationId: 'withdrawConsultation',
    summary: 'Take a consultation back that nobody answered',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: EndedConsultationDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('consultationId', IdPipe) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: WithdrawConsultationDto,
  ): Promise<EndedConsultationDto> {
    const call = { dossierId, idempotencyKey, dryRun };
    return this.ended(actor, await this.ending.withdraw(actor, call, id, { ...body }));
  }

  @Post('dossiers/:id/consultations/:consultationId/close')
  @HttpCode(200)
  @Policy({ who: ['head'], dossier: true, note: 'A head, after the day of the answer has passed in silence' })
  @ApiOperation({
    operationId: 'closeConsultation',
    summary: 'Record that nobody answered; our reply counts from the last answer or closing (inference)',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: EndedConsultationDto })
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('consultationId', IdPipe) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: CloseConsultationDto,
  ): Promise<EndedConsultationDto> {
    const call = { dossierId, idempotencyKey, dryRun };
    return this.ended(actor, await this.ending.close(actor, call, id, { ...body }));
  }

  private async ended(actor: Actor, ended: EndedConsultation): Promise<EndedConsultationDto> {
    const { told, replyDueOn } = ended;
    return { ...(await this.shown(actor, ended)), told, replyDueOn };
  }

  private shown(actor: Actor, consultation: Consultation): Promise<ConsultationDto> {
    return this.unitOfWork.read(actor, (tx) =>
      Promise.resolve(written(consultationView(consultation, actor, civilDateOf(tx.at)))),
    );
  }
}
