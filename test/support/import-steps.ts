import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { ImportRuns } from '#projects';
import { type Answer, type ApiClient } from './api-client.js';
import { type TestApi } from './api.js';
import { runAs } from './database.js';
import { type CellDraft, type SheetDraft, xlsxFile } from './xlsx-builder.js';

const BASE = '/api/v1/projects/imports';
const SYSTEM = systemActor(DEMO_AUTHORITY.id);

/** What tests read of an import. */
export interface ImportBody {
  id: string;
  state: string;
  code?: string;
  sheets: {
    name: string;
    hidden: boolean;
    headerRow: number | null;
    unit: string | null;
    columns: { column: string; heading: string; field: string | null; score: number; repeated: boolean }[];
    saved: { mapping: Record<string, string>; units: Record<string, string | null> } | null;
    sample: { number: number; texts: string[] }[];
  }[];
  counts: Record<string, number>;
  progress: Record<string, number | string | null>;
  sameFile: string[];
  [field: string]: unknown;
}
export interface RowBody {
  number: number;
  kind: string;
  faults: { field: string | null; cell: string | null; code: string; message: string }[];
  duplicates: { projectId: string; name: string; reasons: string[] }[];
  outcome: string | null;
  [field: string]: unknown;
}

export const HEADER: CellDraft[] = [
  'Tên dự án',
  'Nhà đầu tư',
  'Mã số thuế',
  'Tổng vốn (tỷ đồng)',
  'Ngày đăng ký',
];
export const MAPPING = {
  name: 'A',
  investorName: 'B',
  investorTaxCode: 'C',
  capitalVnd: 'D',
  registeredOn: 'E',
};

/** Lists, brought in through the API as a person would. */
export class ImportSteps {
  constructor(
    private readonly api: TestApi,
    private readonly person: ApiClient,
  ) {}

  upload(bytes: Uint8Array, fileName: string, headers = {}): Promise<Answer<ImportBody>> {
    const file = { field: 'file', fileName, contentType: 'application/octet-stream', content: bytes };
    return this.person.upload<ImportBody>(BASE, {}, [file], headers);
  }

  /** An XLSX of our columns with these rows. */
  list(
    rows: readonly (readonly CellDraft[])[],
    sheet: Partial<SheetDraft> = {},
  ): Promise<Answer<ImportBody>> {
    return this.upload(
      xlsxFile([{ name: 'Danh sách', rows: [HEADER, ...rows], ...sheet }]),
      'danh-sach.xlsx',
    );
  }

  preview(
    id: string,
    changes: Record<string, unknown> = {},
  ): Promise<Answer<{ import: ImportBody; rows: { items: RowBody[] }; code?: string }>> {
    return this.person.post(`${BASE}/${id}/preview`, {
      sheet: 'Danh sách',
      headerRow: 1,
      mapping: MAPPING,
      units: { capital: 'billion_vnd' },
      ...changes,
    });
  }

  /** Uploads and previews rows; answers the id. */
  async previewed(rows: readonly (readonly CellDraft[])[], sheet: Partial<SheetDraft> = {}): Promise<string> {
    const { body } = await this.list(rows, sheet);
    const answer = await this.preview(body.id);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return body.id;
  }

  post(id: string, act: 'run' | 'cancel' | 'undo', body?: object, headers = {}): Promise<Answer<ImportBody>> {
    return this.person.post<ImportBody>(`${BASE}/${id}/${act}`, act === 'run' ? (body ?? {}) : body, headers);
  }

  decide(id: string, row: number | string, body: object): Promise<Answer<RowBody & { code?: string }>> {
    return this.person.put(`${BASE}/${id}/rows/${row}`, body);
  }

  mend(id: string, row: number, body: object): Promise<Answer<RowBody & { code?: string }>> {
    return this.person.put(`${BASE}/${id}/rows/${row}/values`, body);
  }

  /** A path below the imports, or the query of their list. */
  get(path: string): Promise<Answer<ImportBody>> {
    return this.person.get<ImportBody>(/^(\?|$)/.test(path) ? `${BASE}${path}` : `${BASE}/${path}`);
  }

  async rows(id: string, query = 'limit=100'): Promise<RowBody[]> {
    return (await this.person.get<{ items: RowBody[] }>(`${BASE}/${id}/rows?${query}`)).body.items;
  }

  /** Runs as the worker would, until nothing waits. */
  async work(): Promise<void> {
    const runs = new ImportRuns(this.api.app.get(UnitOfWork));
    while (await runs.turn(SYSTEM));
  }

  /** The register as it stands, by name. */
  register(): Promise<Record<string, unknown>[]> {
    return runAs(
      this.api.db.superuser,
      `SELECT p.id, p.name, p.investor_name, p.capital_vnd::float8 AS capital, p.registered_on::text AS registered_on, p.source, p.import_row,
         p.revision, p.withdrawn_at IS NOT NULL AS withdrawn, p.entered_by FROM investment_project p ORDER BY p.name, p.id`,
    );
  }
}
