import { Body, Controller, HttpCode, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AskConsultation } from '#casework';
import { downloadHeaders } from '#documents';
import { type Actor } from '#kernel';
import { type ApiReply } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { AskConsultationDto } from './consultations.dto.js';

/** Who asks agencies and independent bodies. */
export const ASKERS = ['appraiser', 'head'] as const;

/** The letter of a consultation before it is asked. */
@ApiTags('Consultations')
@Controller('dossiers/:id/consultation-letter')
export class ConsultationLetterController {
  constructor(@Inject(AskConsultation) private readonly asking: AskConsultation) {}

  @Post()
  @HttpCode(200)
  @Policy({ who: ASKERS, dossier: true, note: 'Whoever may ask now; nothing is changed' })
  @ApiOperation({
    operationId: 'rehearseConsultationLetter',
    summary: 'The letter that a consultation would draft, as it would be printed; nothing is changed',
  })
  @ApiProduces('application/pdf')
  async letter(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Body() body: AskConsultationDto,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const bytes = await this.asking.rehearseLetter(actor, dossierId, { ...body });
    const file = { fileName: 'du-thao.pdf', contentType: 'application/pdf', size: bytes.length };
    for (const [name, value] of Object.entries(downloadHeaders(file))) reply.header(name, value);
    return new StreamableFile(bytes);
  }
}
