import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IMPORT_FIELDS, type ImportField } from '#projects';
import { MayBeAbsent } from '../../http/may-be-absent.decorator.js';

const LONGEST = 500;

/** What is to stand in a cell, as a person would write it there; empty when it is not known. */
function Cell(example: string): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ maxLength: LONGEST, example })(target, property);
    MayBeAbsent()(target, property);
    IsString()(target, property);
    MaxLength(LONGEST)(target, property);
  };
}

/** Cells that are written anew, by field; the others stay as they are. */
export class MendRowDto implements Partial<Record<ImportField, string>> {
  @Cell('Nhà máy gạch không nung') name?: string;
  @Cell('Công ty Cổ phần Gạch') investorName?: string;
  @Cell('5709900033') investorTaxCode?: string;
  @Cell('Chủ tịch UBND tỉnh') projectAuthority?: string;
  @Cell('Sở Tài chính') agencyName?: string;
  @Cell('C2395') sectorVsic?: string;
  @Cell('120,5') capitalVnd?: string;
  @Cell('Trong nước') capitalOrigin?: string;
  @Cell('Việt Nam') investorCountry?: string;
  @Cell('06649') communeCode?: string;
  @Cell('B') projectGroup?: string;
  @Cell('05/01/2026') registeredOn?: string;
  @Cell('20/02/2026') policyDecidedOn?: string;
  @Cell('2209900001') certificateNumber?: string;
  @Cell('25/02/2026') certificateOn?: string;
  @Cell('Báo cáo của Sở Tài chính') sourceText?: string;
}

/** The texts that a body carries, by field. */
export const textsOf = (body: MendRowDto): Partial<Record<ImportField, string>> =>
  Object.fromEntries(
    IMPORT_FIELDS.flatMap((field) => (typeof body[field] === 'string' ? [[field, body[field]]] : [])),
  );
