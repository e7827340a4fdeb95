import { ApiProperty } from '@nestjs/swagger';
import {
  IMPORT_FIELDS,
  IMPORT_STATES,
  type ImportField,
  ROW_DECISIONS,
  ROW_KINDS,
  ROW_OUTCOMES,
} from '#projects';

class ImportColumnDto {
  @ApiProperty({ example: 'B' }) column: string;
  @ApiProperty() heading: string;
  @ApiProperty({ enum: IMPORT_FIELDS, nullable: true }) field: ImportField | null;
  @ApiProperty({ type: String, nullable: true, description: 'The field by its name' }) label: string | null;
  @ApiProperty({ description: '0 to 1; how surely the heading means the field' }) score: number;
  @ApiProperty({ description: 'The heading stands further left already' }) repeated: boolean;
}
class SampleRowDto {
  @ApiProperty() number: number;
  @ApiProperty({ type: [String] }) texts: string[];
}
class ImportChoiceDto {
  @ApiProperty({ type: Object, description: 'Column letters by field' }) mapping: Record<string, string>;
  @ApiProperty({ type: Object, description: '{capital, decimal}' }) units: Record<string, string | null>;
}
class ImportSheetDto {
  @ApiProperty() name: string;
  @ApiProperty() hidden: boolean;
  @ApiProperty({ description: 'Rows with something in them' }) rows: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Proposed; null for an empty sheet' }) headerRow:
    number | null;
  @ApiProperty({ type: [ImportColumnDto] }) columns: ImportColumnDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Unit of the capital by its heading' }) unit:
    string | null;
  @ApiProperty({
    type: ImportChoiceDto,
    nullable: true,
    description: 'What was chosen for the same headings before',
  })
  saved: ImportChoiceDto | null;
  @ApiProperty({ type: [SampleRowDto] }) sample: SampleRowDto[];
}
class ImportCountsDto {
  @ApiProperty() new: number;
  @ApiProperty() faulty: number;
  @ApiProperty() duplicateInFile: number;
  @ApiProperty() duplicateOfRegister: number;
  @ApiProperty() unchanged: number;
  @ApiProperty({ description: 'Rows that the file hides; they are read like the others' }) hidden: number;
  @ApiProperty({ description: 'Rows with results of formulas' }) formulas: number;
  @ApiProperty() undecidedInFile: number;
  @ApiProperty() undecidedInRegister: number;
}
class ImportProgressDto {
  @ApiProperty() total: number;
  @ApiProperty() done: number;
  @ApiProperty({ description: 'Whole percent' }) percent: number;
  @ApiProperty() inserted: number;
  @ApiProperty() updated: number;
  @ApiProperty() skipped: number;
  @ApiProperty() faulty: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) queuedAt: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Seconds in the queue without a worker having begun',
  })
  waitingSeconds: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expectedEndAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the last error of the worker' })
  lastError: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Projects taken back' }) undone: number | null;
}
export class ImportSummaryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: IMPORT_STATES }) state: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: ['xlsx', 'csv'] }) format: string;
  @ApiProperty() size: number;
  @ApiProperty() sha256: string;
  @ApiProperty({ format: 'uuid' }) uploadedBy: string;
  @ApiProperty({ format: 'date-time' }) uploadedAt: string;
  @ApiProperty({ type: ImportProgressDto }) progress: ImportProgressDto;
  @ApiProperty() revision: number;
}
export class ImportDto extends ImportSummaryDto {
  @ApiProperty({ type: Object, nullable: true, description: '{delimiter, encoding}' })
  csv: { delimiter: string; encoding: string } | null;
  @ApiProperty({ type: [ImportSheetDto], description: "Empty for readers who are not the list's uploader" })
  sheets: ImportSheetDto[];
  @ApiProperty({
    type: Object,
    nullable: true,
    description: '{sheet, headerRow, mapping, units} of the last preview',
  })
  settings: Record<string, unknown> | null;
  @ApiProperty({ type: ImportCountsDto }) counts: ImportCountsDto;
  @ApiProperty({ type: [String], description: 'Imports of the very same file' }) sameFile: string[];
}
export class ImportPageDto {
  @ApiProperty({ type: [ImportSummaryDto] }) items: ImportSummaryDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class RowFaultDto {
  @ApiProperty({ enum: IMPORT_FIELDS, nullable: true }) field: ImportField | null;
  @ApiProperty({ type: String, nullable: true }) label: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'B7' }) cell: string | null;
  @ApiProperty() code: string;
  @ApiProperty({ description: 'What to do, in the language of the reader' }) message: string;
}
class RowDuplicateDto {
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty() name: string;
  @ApiProperty() investorName: string;
  @ApiProperty({ type: [String] }) reasons: string[];
  @ApiProperty({ description: 'Of the names, 0 to 1' }) similarity: number;
  @ApiProperty({ description: 'Of the project when it was compared; later corrections are not overwritten' })
  revision: number;
}
export class ImportRowDto {
  @ApiProperty({ description: 'As the spreadsheet program counts it' }) number: number;
  @ApiProperty({ enum: ROW_KINDS }) kind: string;
  @ApiProperty() hidden: boolean;
  @ApiProperty({ type: Object, description: 'As the register would hold it' }) project: object;
  @ApiProperty({ type: Object, description: 'As it stands in the file, by field' }) written: object;
  @ApiProperty({ type: [RowFaultDto] }) faults: RowFaultDto[];
  @ApiProperty({ enum: IMPORT_FIELDS, isArray: true, description: 'Results of formulas' })
  formulas: ImportField[];
  @ApiProperty({ type: Number, nullable: true, description: 'The earlier row that it looks like' })
  firstNumber: number | null;
  @ApiProperty({ type: [RowDuplicateDto] }) duplicates: RowDuplicateDto[];
  @ApiProperty({ enum: ROW_DECISIONS, nullable: true }) decision: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) targetId: string | null;
  @ApiProperty({ enum: ROW_OUTCOMES, nullable: true }) outcome: string | null;
  @ApiProperty({ type: String, nullable: true }) skipReason: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) projectId: string | null;
}
export class ImportRowPageDto {
  @ApiProperty({ type: [ImportRowDto] }) items: ImportRowDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'For `after` of the next page' }) nextAfter:
    number | null;
}
export class ImportPreviewDto {
  @ApiProperty({ type: ImportDto }) import: ImportDto;
  @ApiProperty({ type: ImportRowPageDto, description: 'The first rows' }) rows: ImportRowPageDto;
}
