import { type LetterIssuer } from '#contracts';
import { int, oneOf, text } from './readers.js';
import { type Environment } from './readers.js';

/** What the office that runs the installation decides for itself: the same for every process. */
export interface OfficeConfig {
  /** Which rules may block (design section 2). */
  mode: 'official' | 'demonstration';
  /** Absolute or relative folder of the legal packs. */
  packsFolder: string;
  /** File code of a dossier; `{unit}`, `{yymmdd}` and a running number such as `{nnnn}` are filled in. */
  fileCodeTemplate: string;
  fileCodeUnit: string;
  /** What arrives after this hour (Viet Nam) counts from the next day; null: no cut-off. */
  cutOffHour: number | null;
  issuer: LetterIssuer;
  /** Where answers are handed in and results are fetched, as letters print it. */
  replyTo: string;
  returnPlace: string;
}

/** The variables of an office with an example each. */
export const OFFICE_VARIABLES = {
  MODE: 'demonstration',
  PACKS_FOLDER: 'libs/law/packs',
  FILE_CODE_TEMPLATE: 'H49.{unit}-{yymmdd}-{nnnn}',
  FILE_CODE_UNIT: '11',
  CUT_OFF_HOUR: '17',
  ISSUER_GOVERNING_BODY: 'Ủy ban nhân dân tỉnh Minh Giang',
  ISSUER_BODY: 'Sở Khoa học và Công nghệ',
  ISSUER_BODY_CODE: 'SKHCN',
  ISSUER_UNIT_CODE: 'QLCN',
  ISSUER_PLACE: 'Minh Giang',
  REPLY_TO: 'Trung tâm Phục vụ hành chính công, hoặc qua hệ thống TechGate',
  RETURN_PLACE: 'Trung tâm Phục vụ hành chính công',
} as const;

/** Reads the office's settings. @throws WrongConfiguration with the variable's name and what is allowed */
export function readOffice(env: Environment): OfficeConfig {
  const { FILE_CODE_TEMPLATE, FILE_CODE_UNIT, PACKS_FOLDER, REPLY_TO, RETURN_PLACE } = OFFICE_VARIABLES;
  return {
    mode: oneOf(env, 'MODE', ['demonstration', 'official'], 'demonstration'),
    packsFolder: text(env, 'PACKS_FOLDER', PACKS_FOLDER),
    fileCodeTemplate: text(
      env,
      'FILE_CODE_TEMPLATE',
      FILE_CODE_TEMPLATE,
      /^[\w.{}-]*\{yymmdd\}[\w.{}-]*\{n+\}[\w.{}-]*$/,
      'a template with {yymmdd} and a running number such as {nnnn}',
    ),
    fileCodeUnit: text(env, 'FILE_CODE_UNIT', FILE_CODE_UNIT, /^[\w.-]{1,20}$/),
    cutOffHour: cutOffHour(env),
    issuer: readIssuer(env),
    replyTo: text(env, 'REPLY_TO', REPLY_TO),
    returnPlace: text(env, 'RETURN_PLACE', RETURN_PLACE),
  };
}

/** 24 means that there is no cut-off: the day itself ends then. */
function cutOffHour(env: Environment): number | null {
  const hour = int(env, 'CUT_OFF_HOUR', Number(OFFICE_VARIABLES.CUT_OFF_HOUR), 1, 24);
  return hour === 24 ? null : hour;
}

function readIssuer(env: Environment): LetterIssuer {
  return {
    governingBody: text(env, 'ISSUER_GOVERNING_BODY', OFFICE_VARIABLES.ISSUER_GOVERNING_BODY),
    body: text(env, 'ISSUER_BODY', OFFICE_VARIABLES.ISSUER_BODY),
    bodyCode: text(env, 'ISSUER_BODY_CODE', OFFICE_VARIABLES.ISSUER_BODY_CODE, /^[\p{Lu}\d.-]{1,20}$/u),
    unitCode: text(env, 'ISSUER_UNIT_CODE', OFFICE_VARIABLES.ISSUER_UNIT_CODE, /^[\p{Lu}\d.-]{1,20}$/u),
    place: text(env, 'ISSUER_PLACE', OFFICE_VARIABLES.ISSUER_PLACE),
  };
}
