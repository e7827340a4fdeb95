import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmptyObject, IsString, Max, Min, ValidateIf } from 'class-validator';
import { consultationBy } from '#appraisal';
import { IssueLetter } from '#casework';
import { isCouncilLetter, SIGNING_CAPACITIES, type SigningCapacity } from '#contracts';
import { type Tx, UnitOfWork } from '#database';
import { DOCUMENT_STORE, type DocumentStore, downloadHeaders } from '#documents';
import { actingRoleOf, DossierActs, type OpenedDossier } from '#dossiers';
import { type Actor, hasRole, Refusal } from '#kernel';
import { AccessLog } from '#audit';
import { type Letter, letterById, lettersOf, openIssuedLetter, previewLetter } from '#letters';
import { IsCivilDate } from '../http/is-civil-date.js';
import { type ApiReply } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';
import { Nested } from '../http/nested.decorator.js';
import { TextLength } from '../http/text-length.js';

class SignerDto {
  @ApiProperty() @IsString() @TextLength(1, 200) name: string;
  @ApiProperty({ example: 'Phó Giám đốc' }) @IsString() @TextLength(1, 200) title: string;
  @ApiProperty({ enum: SIGNING_CAPACITIES }) @IsIn(SIGNING_CAPACITIES) capacity: SigningCapacity;
  @ApiProperty({ type: String, nullable: true, example: 'Giám đốc' })
  @ValidateIf((signer: SignerDto) => signer.principal !== null)
  @IsString()
  @TextLength(1, 200)
  principal: string | null;
}
class IssueLetterDto {
  @ApiProperty({ type: SignerDto })
  @IsNotEmptyObject()
  @Nested(() => SignerDto)
  signedBy: SignerDto;
  @ApiPropertyOptional({ example: '2026-11-23' }) @MayBeAbsent() @IsCivilDate() issuedOn?: string;
  @ApiPropertyOptional({ description: 'Revision of the draft that was signed' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision?: number;
}
const HOUSE = ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'] as const;

/** Papers of a council stay inside the house and with its members, a question to the consulted inside the house and with them. */
const mayRead = (actor: Actor, { relations }: OpenedDossier, { kind }: Letter): boolean => {
  const isOurs = isCouncilLetter(kind) || kind === 'consultation_request';
  if (!isOurs || (hasRole(actor, ...HOUSE) && !relations.includes('owner'))) return true;
  return isCouncilLetter(kind) && relations.includes('council_member');
};

/** A letter as people see it, without its place in the store. */
const seen = ({ storageKey: _key, authorityId: _authority, ...letter }: Letter) => letter;

const setHeaders = (reply: ApiReply, headers: Record<string, string>): void => {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
};

@ApiTags('Letters')
@Controller('dossiers/:id/letters')
export class LettersController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(IssueLetter) private readonly issueLetter: IssueLetter,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  @Get()
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Whoever may see the dossier; drafts only inside the house',
  })
  @ApiOperation({ operationId: 'listLetters', summary: 'Letters of a dossier, oldest first' })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.unitOfWork.read(actor, async (tx) => {
      const opened = await this.acts.open(tx, id);
      const letters = (await lettersOf(tx, id)).filter((letter) => mayRead(actor, opened, letter));
      const shown = letters.filter(({ status }) => status === 'issued' || hasRole(actor, ...HOUSE));
      return { items: shown.map(seen) };
    });
  }

  @Post(':letterId/issue')
  @HttpCode(200)
  @Policy({ who: ['clerk'], dossier: true, note: 'The clerk numbers and issues what was signed' })
  @ApiOperation({ operationId: 'issueLetter', summary: 'Number, print and issue a drafted letter' })
  async issue(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('letterId', IdPipe) letterId: string,
    @Body() body: IssueLetterDto,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const issued = await this.issueLetter.run(actor, id, { ...body, letterId, idempotencyKey, dryRun });
    return { ...issued, letter: seen(issued.letter) };
  }

  /** Those who are only consulted read the question to them, and no other letter. @throws Refusal `not_found` */
  private async requireReadable(tx: Tx, id: string, letterId: string): Promise<void> {
    const opened = await this.acts.open(tx, id, { asConsulted: true });
    const letter = await letterById(tx, letterId);
    const isShown =
      opened.scope === 'consultation'
        ? (await consultationBy(tx, 'letter', letterId))?.organisationId === tx.actor.organisationId
        : mayRead(tx.actor, opened, letter);
    if (letter.dossierId !== id || !isShown) throw new Refusal('not_found');
  }

  @Get(':letterId/preview')
  @Policy({
    who: [...HOUSE, 'expert', 'council_secretary'],
    dossier: true,
    note: 'Drafts are seen inside the house only, minutes of a council by its members too',
  })
  @ApiOperation({ operationId: 'previewLetter', summary: 'The draft as it would be printed, without number' })
  @ApiProduces('application/pdf')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('letterId', IdPipe) letterId: string,
    @Res({ passthrough: true }) reply: ApiReply,
  ) {
    const bytes = await this.unitOfWork.read(actor, async (tx) => {
      const { relations } = await this.acts.open(tx, id);
      const { dossierId, kind } = await letterById(tx, letterId);
      if (dossierId !== id) throw new Refusal('not_found');
      const isTheirs = kind === 'council_minutes' && relations.includes('council_member');
      if (!hasRole(actor, ...HOUSE) && !isTheirs) throw new Refusal('forbidden');
      return previewLetter(tx, letterId);
    });
    setHeaders(
      reply,
      downloadHeaders({
        fileName: `du-thao-${letterId}.pdf`,
        contentType: 'application/pdf',
        size: bytes.length,
      }),
    );
    return new StreamableFile(bytes);
  }

  @Get(':letterId/content')
  @Policy({ who: 'signed_in', dossier: true, note: 'Whoever may see the dossier gets issued letters' })
  @ApiOperation({ operationId: 'downloadLetter', summary: 'The issued bytes' })
  @ApiProduces('application/pdf')
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('letterId', IdPipe) letterId: string,
    @Res({ passthrough: true }) reply: ApiReply,
  ) {
    const { fileName, file } = await this.opened(actor, id, letterId);
    setHeaders(reply, downloadHeaders({ fileName, contentType: 'application/pdf', size: file.size }));
    return new StreamableFile(file.stream);
  }

  /** The bytes of a letter, once it is sure that the download stands in the access log. @throws Refusal `not_found` */
  private async opened(actor: Actor, dossierId: string, letterId: string) {
    const opened: Awaited<ReturnType<typeof openIssuedLetter>>[] = [];
    try {
      return await this.unitOfWork.run(actor, async (tx) => {
        await this.requireReadable(tx, dossierId, letterId);
        for (const { file } of opened.splice(0)) file.stream.destroy();
        const letter = await openIssuedLetter(tx, this.store, letterId);
        opened.push(letter);
        const subject = { kind: 'letter', id: letterId };
        await this.accessLog.write(tx, 'downloaded', { subject, actorRole: actingRoleOf(actor), dossierId });
        return letter;
      });
    } catch (error) {
      for (const { file } of opened) file.stream.destroy();
      throw error;
    }
  }
}
