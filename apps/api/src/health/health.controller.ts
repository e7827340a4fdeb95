import { access, constants, mkdir } from 'node:fs/promises';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type ApiReply } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { VERSION } from '../version.js';

const PROBE_MILLISECONDS = 3000;

class DependencyDto {
  @ApiProperty({ example: 'database' }) name: string;
  @ApiProperty({ enum: ['up', 'down'] }) state: 'up' | 'down';
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

async function probe(name: string, attempt: () => Promise<unknown>): Promise<DependencyDto> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('timeout')), PROBE_MILLISECONDS).unref(),
  );
  try {
    await Promise.race([attempt(), late]);
    return { name, state: 'up' };
  } catch {
    return { name, state: 'down' };
  }
}

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

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
  @ApiOperation({ operationId: 'ready', summary: 'Each dependency with its state; 503 when one is down' })
  @ApiOkResponse({ type: ReadinessDto })
  async ready(@Res({ passthrough: true }) reply: ApiReply): Promise<ReadinessDto> {
    const dependencies = await Promise.all([
      probe('database', () => this.source.query('SELECT 1')),
      probe('storage', () => this.touchStorage()),
    ]);
    const ready = dependencies.every(({ state }) => state === 'up');
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

  private async touchStorage(): Promise<void> {
    await mkdir(this.config.storageFolder, { recursive: true });
    await access(this.config.storageFolder, constants.R_OK | constants.W_OK);
  }
}
