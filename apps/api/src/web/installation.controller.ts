import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DEMO_ORGANISATIONS, DEMO_PASSWORD, DEMO_PEOPLE } from '#identity';
import { CLOCK, civilDateOf, type Clock, VERSION } from '#kernel';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { Policy } from '../http/policy.decorator.js';
import { type DemoAccountDto, InstallationDto } from './installation.dto.js';

const organisationNames = new Map(DEMO_ORGANISATIONS.map(({ key, name }) => [key, name]));
const demoAccounts = (): DemoAccountDto[] =>
  DEMO_PEOPLE.map(({ email, displayName, roles, organisation }) => ({
    email,
    displayName,
    roles: [...roles],
    organisation: organisationNames.get(organisation) ?? '',
  }));

@ApiTags('Sign-in')
@Controller('installation')
export class InstallationController {
  constructor(
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Policy({
    who: 'public',
    ignoresCredentials: true,
    note: 'Mode and version; demonstration accounts only where they are on',
  })
  @ApiOperation({ operationId: 'getInstallation', summary: 'Mode, version and demonstration accounts' })
  @ApiOkResponse({ type: InstallationDto })
  installation(): InstallationDto {
    const { mode, uploadMaxBytes, demoAccounts: demo } = this.config;
    return {
      ...{ mode, version: VERSION, today: civilDateOf(this.clock.now()) },
      uploadMaxBytes,
      demoPassword: demo ? DEMO_PASSWORD : null,
      demoAccounts: demo ? demoAccounts() : [],
    };
  }
}
