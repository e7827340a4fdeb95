import { Inject, Injectable } from '@nestjs/common';
import { AccessLog, type LogFilter, loggedEntries, type LoggedEntry } from '#audit';
import { UnitOfWork } from '#database';
import { likePart, type NamePage, pageOf, positionOf, visibleEntriesSql } from '#identity';
import { type Actor, addDays, civilDate, csvLine, instantAt } from '#kernel';
import { type LogConditionsDto, type LogPageDto, type LogQueryDto } from './audit.dto.js';

const SUBJECT = { kind: 'list', id: 'audit_log' };
const EXPORT_PAGE = 500;
const HEAD = [
  ...['Thời điểm (UTC)', 'Việc', 'Kết quả', 'Người thực hiện', 'Mã người', 'Vai trò', 'Thuộc về', 'Tên'],
  ...['Mã chuỗi', 'Dòng', 'Loại đối tượng', 'Mã đối tượng', 'Dữ kiện', 'Mã băm'],
];

const filterOf = ({ actor, from, to, chain, action, actorId, outcome }: LogConditionsDto): LogFilter => ({
  ...(chain && { chain }),
  ...(action !== undefined && { action }),
  ...(actorId !== undefined && { actorId }),
  ...(outcome && { outcome }),
  ...(actor !== undefined && { actorLike: likePart(actor) }),
  ...(from !== undefined && { from: instantAt(civilDate(from)) }),
  ...(to !== undefined && { until: instantAt(addDays(civilDate(to), 1)) }),
});

/** The log across all chains, as far as its reader may see them: dossiers and projects by the access policy. */
@Injectable()
export class WholeLog {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /** One page, the newest first; that it was asked for stands in the log of reads. @throws Refusal `malformed_request` */
  async page(actor: Actor, query: LogQueryDto): Promise<LogPageDto> {
    const page = await this.read(actor, query);
    this.accessLog.note(actor, 'searched', { subject: SUBJECT, actorRole: 'auditor' });
    return page;
  }

  /** The lines of an export, which is logged before the first of them leaves; texts that could be erased are not in it. */
  async export(actor: Actor, query: LogConditionsDto): Promise<AsyncGenerator<string>> {
    await this.unitOfWork.run(actor, (tx) =>
      this.accessLog.write(tx, 'exported', { subject: SUBJECT, actorRole: 'auditor' }),
    );
    return this.lines(actor, query);
  }

  private async *lines(actor: Actor, query: LogConditionsDto): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(HEAD)}`;
    let cursor: string | null = null;
    do {
      const asked: LogQueryDto = { ...query, limit: EXPORT_PAGE, ...(cursor !== null && { cursor }) };
      const page: NamePage<LoggedEntry> = await this.read(actor, asked);
      if (page.items.length > 0) yield page.items.map(lineOf).join('');
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  private async read(actor: Actor, query: LogQueryDto): Promise<NamePage<LoggedEntry>> {
    const { limit, cursor } = query;
    const filter = filterOf(query);
    const position = positionOf(cursor, filter);
    const after = position && { at: position.name, id: position.id };
    const rows = await this.unitOfWork.read(actor, (tx) =>
      loggedEntries(tx, filter, (offset) => visibleEntriesSql(tx, offset), { after, limit: limit + 1 }),
    );
    return pageOf(rows, limit, filter, ({ at }) => at);
  }
}

const lineOf = (entry: LoggedEntry): string =>
  csvLine([
    ...[entry.at, entry.action, entry.outcome, entry.actorName, entry.actorId, entry.actorRole],
    ...[entry.chain, entry.chainName, entry.chainId, entry.seq, entry.subject.kind, entry.subject.id],
    ...[JSON.stringify(entry.facts), entry.hash],
  ]);
