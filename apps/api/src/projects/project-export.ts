import { type UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import {
  listProjects,
  PROJECT_CSV_HEAD,
  projectCsvLine,
  type ProjectListQuery,
  type ExportQuery,
  type ProjectPage,
} from '#projects';

const PAGE = 500;

/** The lines of an export, page by page, so that no export is held in memory; a page is read when it is asked for. */
export async function* exportLines(
  unitOfWork: UnitOfWork,
  actor: Actor,
  query: ExportQuery,
): AsyncGenerator<string> {
  yield PROJECT_CSV_HEAD;
  let cursor: string | null = null;
  do {
    const asked: ProjectListQuery = { ...query, limit: PAGE, cursor, count: false };
    const page: ProjectPage = await unitOfWork.read(actor, (tx) => listProjects(tx, asked));
    if (page.items.length > 0) yield page.items.map(projectCsvLine).join('');
    cursor = page.nextCursor;
  } while (cursor !== null);
}
