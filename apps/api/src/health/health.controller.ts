import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { VERSION } from '#kernel';
import { CachedReading } from '#observability';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type ApiReply } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { inTime } from '../observability/in-time.js';
import { OperatingState } from '../observability/operating-state.js';
import { type Dependency, dependenciesOf, type DependencyState } from './dependencies.rule.js';

class DependencyDto implements Dependency {
  @ApiProperty({ enum: ['database', 'storage', 'law', 'jobs', 'clocks', 'checkpoint'] }) name: string;
  @ApiProperty({
    enum: ['up', 'late', 'down', 'unknown'],
    description: 'late: behind its time, people can go on; unknown: the database would know',
  })
  state: DependencyState;
  @ApiPropertyOptional({ minimum: 0, description: 'How far behind, where that is known' })
  ageSeconds?: number;
}
class ReadinessDto {
  @ApiProperty({ enum: ['ready', 'not_ready'] }) status: 'ready' | 'not_ready';
  @ApiProperty({ type: [DependencyDto] }) dependencies: DependencyDto[];
}
class LivenessDto {
  @ApiProperty({ example: 'live' }) status: string;
}
class VersionDto {
  @ApiProperty({ example: VERSION }) version: string;
  @ApiProperty({ enum: ['official', 'demonstration'] }) mode: string;
}

/** For so long one answer of a dependency serves whoever asks: the probe of the storage writes and flushes a file. */
const PROBE_AGE_MS = 1000;

async function probe(name: string, attempt: () => Promise<unknown>): Promise<Dependency> {
  try {
    await inTime(attempt());
    return { name, state: 'up' };
  } catch {
    return { name, state: 'down' };
  }
}
const probed = (name: string, attempt: () => Promise<unknown>) =>
  new CachedReading(
    () => probe(name, attempt),
    PROBE_AGE_MS,
    () => performance.now(),
  );

@ApiTags('Health')
@Controller('health')
export class HealthController {
  private readonly database: CachedReading<Dependency>;
  private readonly storage: CachedReading<Dependency>;

  constructor(
    @Inject(DataSource) source: DataSource,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(DOCUMENT_STORE) store: DocumentStore,
    @Inject(OperatingState) private readonly state: OperatingState,
  ) {
    this.database = probed('database', () => source.query('SELECT 1'));
    this.storage = probed('storage', () => store.probe());
  }

  @Get('live')
  @Policy({ who: 'public', ignoresCredentials: true, note: 'Says only that the process answers' })
  @ApiOperation({ operationId: 'live', summary: 'The process answers' })
  @ApiOkResponse({ type: LivenessDto })
  live(): LivenessDto {
    return { status: 'live' };
  }

  @Get('ready')
  @Policy({
    who: 'public',
    ignoresCredentials: true,
    note: 'Names dependencies and their state, nothing else',
  })
  @ApiOperation({
    operationId: 'ready',
    summary: 'Each dependency with its state; 503 when database or storage is down',
  })
  @ApiOkResponse({ type: ReadinessDto })
  async ready(@Res({ passthrough: true }) reply: ApiReply): Promise<ReadinessDto> {
    const [database, storage] = await Promise.all([this.database.get(), this.storage.get()]);
    const figures = database.state === 'up' ? await inTime(this.state.figures()).catch(() => null) : null;
    // The packs are read before the process listens: whoever asks finds them loaded.
    const law: Dependency = { name: 'law', state: 'up' };
    const dependencies = [database, storage, law, ...dependenciesOf(figures)];
    const ready = dependencies.every(({ state }) => state !== 'down');
    if (!ready) reply.code(503).header('retry-after', '5');
    return { status: ready ? 'ready' : 'not_ready', dependencies };
  }

  @Get('version')
  @Policy({ who: 'public', ignoresCredentials: true, note: 'Version and mode' })
  @ApiOperation({ operationId: 'version', summary: 'Version of the software and mode of the rules' })
  @ApiOkResponse({ type: VersionDto })
  version(): VersionDto {
    return { version: VERSION, mode: this.config.mode };
  }
}
