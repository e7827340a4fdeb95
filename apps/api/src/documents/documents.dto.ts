import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind, type StoredDocument } from '#documents';

/** A file of a dossier; never its place in the store. */
export class DocumentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  dossierId: string;

  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind: DocumentKind;

  @ApiProperty({ type: String, nullable: true, example: 'D3', description: 'Item of the checklist' })
  checklistItem: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Cleaned; null once erased' })
  fileName: string | null;

  @ApiProperty({ example: 'application/pdf', description: 'By content' })
  contentType: string;

  @ApiProperty({ description: 'Bytes' })
  size: number;

  @ApiProperty({ description: 'Lower-case hex; also stands in the log of the dossier' })
  sha256: string;

  @ApiProperty({ format: 'uuid' })
  uploadedBy: string;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  @ApiProperty()
  revision: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  withdrawnReason: string | null;
}

export class DocumentListDto {
  @ApiProperty({ type: [DocumentDto] })
  items: DocumentDto[];
}

export class WithdrawDocumentDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsString()
  @Length(3, 500)
  reason: string;
}

const isoOf = (instant: Date | string): string => new Date(instant).toISOString();

/** What a caller sees of a document. */
export function documentDto({ storageKey: _storageKey, ...document }: StoredDocument): DocumentDto {
  return {
    ...document,
    uploadedAt: isoOf(document.uploadedAt),
    withdrawnAt: document.withdrawnAt === null ? null : isoOf(document.withdrawnAt),
  };
}
