import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { readConfig, VARIABLES } from '../../apps/api/src/config.js';
import { NODE_FLAGS } from '../../apps/cli/src/start/node-flags.js';
import { ROOT } from './cruise.js';

interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  entrypoint?: string[];
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  pids_limit?: number;
  user?: string;
  privileged?: boolean;
  ports?: string[];
  volumes?: string[];
  secrets?: string[];
  restart?: string;
  healthcheck?: { test?: string[]; disable?: boolean };
  environment?: Record<string, string>;
  env_file?: { path: string; required: boolean }[];
  networks?: string[];
  cap_add?: string[];
  depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
}
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const dockerfile = read('docker/Dockerfile');
const lines = dockerfile.replaceAll('\\\n', ' ').split('\n');
const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
/** The part of the Dockerfile that becomes the image. */
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** Sources that become the image, types that are erased aside. */
const shipped = (): string[] =>
  ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      // The web application runs in browsers: what it is made of is in its built form.
      .filter((file) => /^(?!apps\/web\/).*\/src\/.*(?<!\.spec)\.ts$/.test(file)),
  );
/** Packages that a source loads when it runs. */
const packagesOf = (source: string): string[] =>
  [
    ...source.matchAll(
      /^(?:import|export) (?!type )(?:[^;]*? from )?'([^'#.][^']*)'|import\('([^'#.][^']*)'\)/gm,
    ),
  ]
    .map(([, fixed, loaded]) => fixed ?? loaded ?? '')
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );

describe('the Dockerfile', () => {
  it('has no fault that a linter knows', () => {
    const strict = {
      deprecatedMaintainer: 2,
      directiveCasing: 2,
      emptyContinuationLine: 2,
      instructionCasing: 2,
      instructionCmdMultiple: 2,
      instructionEntrypointMultiple: 2,
      instructionHealthcheckMultiple: 2,
      instructionJSONInSingleQuotes: 2,
      instructionWorkdirRelative: 2,
    };
    const found = validate(dockerfile, strict).map(({ message, range }) => ({
      line: range.start.line + 1,
      message,
    }));
    expect(found).toEqual([]);
    expect(validate('FROM node\nRUNN x\n').length).toBeGreaterThan(0);
  });

  it('names its bases with a version and the Node that the project pins', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(new Set(bases)).toEqual(new Set([`node:${dependencies.node.split('.')[0]}-slim`]));
  });

  it('runs as a plain user, has a health check and takes nothing from the build but what runs', () => {
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(last.findIndex((line) => line.startsWith('USER '))).toBeGreaterThan(
      last.findLastIndex((line) => /^(RUN|COPY) /.test(line)),
    );
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(last.filter((line) => line.startsWith('COPY '))).toEqual(
      expect.arrayContaining([expect.stringContaining('--from=')]),
    );
    expect(last.filter((line) => /^(COPY|ADD) (?!--from=)/.test(line))).toEqual([]);
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(dockerfile).not.toMatch(/(SECRET|PASSWORD|TOKEN)=/);
  });

  it('installs for running whatever the sources ask for: nothing that ships needs a package of development', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const asked = new Set(shipped().flatMap((file) => packagesOf(read(file))));
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked].filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('leaves secrets, data and what is built elsewhere out of its context', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.data', '.env', 'node_modules', 'dist', 'docker', 'backups']),
    );
  });
});

describe('compose', () => {
  it.each(ours)('%s is held in: read-only, no capabilities, no new privileges, limited', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.tmpfs).toContain('/tmp');
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.pids_limit).toBeGreaterThan(0);
    // As the image says, which is held above.
    expect(service.user).toBeUndefined();
    expect(existsSync(join(ROOT, service.build?.dockerfile ?? ''))).toBe(true);
  });

  it.each(services)(
    '%s names its image with a version, is not privileged, mounts no socket',
    (_name, service) => {
      expect(service.image).toMatch(/^[\w./-]+:(?!latest)[\w.-]+$/);
      expect(service.privileged ?? false).toBe(false);
      expect(service.mem_limit).toBeDefined();
      for (const volume of service.volumes ?? []) expect(volume).not.toContain('docker.sock');
    },
  );

  it('holds the database in: no way out of its network, no capability but those that make it `postgres`', () => {
    const { networks, ...postgres } = compose.services['postgres'] ?? {};
    expect(postgres).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(postgres.cap_add).toEqual(['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']);
    expect(postgres.ports).toBeUndefined();
    expect(networks).toEqual(['data']);
    expect(compose.networks['data']).toEqual({ internal: true });
    const used = new Set(services.flatMap(([, service]) => service.networks ?? []));
    expect(used).toEqual(new Set(Object.keys(compose.networks)));
  });

  it('calls the database healthy once its owner can use it, not while its roles are made', () => {
    const { healthcheck } = compose.services['postgres'] ?? {};
    const [shell, asked = ''] = healthcheck?.test ?? [];
    expect(shell).toBe('CMD-SHELL');
    expect(asked).toMatch(/psql --host 127\.0\.0\.1 --username techgate_owner --dbname techgate /);
    expect(asked).not.toContain('pg_isready');
  });

  it.each(ours)('%s can be told every variable that there is', (_name, { environment = {}, env_file }) => {
    expect(env_file).toEqual([{ path: 'techgate.env', required: false }]);
    const fixed = Object.entries(environment).filter(([, value]) => !value.includes('${'));
    expect(fixed.filter(([key]) => key in VARIABLES)).toEqual([]);
    expect(read('.gitignore')).toContain('/docker/techgate.env');
  });

  it('starts with the variables that it names itself, and believes the proxy of its own network', () => {
    const { environment = {} } = compose.services['api'] ?? {};
    const given = Object.entries(environment).map(([key, value]) => {
      const filled = value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'x'.repeat(32));
      return [key, key === 'PUBLIC_URL' ? 'https://techgate.example.vn' : filled];
    });
    const image = [...dockerfile.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value] as const);
    const env = Object.fromEntries([...image, ...given]) as Record<string, string>;
    expect(readConfig(env)).toMatchObject({ production: true, mode: 'demonstration', demoAccounts: false });
    const { ipam } = compose.networks['front'] as { ipam: { config: { gateway: string }[] } };
    expect(env['TRUSTED_PROXIES']).toBe(ipam.config[0]?.gateway);
  });

  it('has an alert before the kernel ends a process for its memory', () => {
    const [, threshold] = /process_resident_memory_bytes\) > ([\de]+)/.exec(read('docker/alerts.yaml')) ?? [];
    const limit = Number.parseInt(compose.services['api']?.mem_limit ?? '', 10) * 2 ** 20;
    expect(Number(threshold)).toBeGreaterThan(0.6 * limit);
    expect(Number(threshold)).toBeLessThan(0.85 * limit);
  });

  it('starts what exists', () => {
    const programs = ours.flatMap(([, { command = [], entrypoint = [] }]) => [...entrypoint, ...command]);
    const built = [...programs, ...dockerfile.matchAll(/dist\/[\w/.-]+\.js/g)]
      .map(String)
      .filter((word) => word.startsWith('dist/'));
    expect(built.length).toBeGreaterThan(4);
    expect(built.filter((file) => !existsSync(join(ROOT, sourceOf(file))))).toEqual([]);
  });

  it('starts API and worker as `npm start` does', () => {
    const flags = NODE_FLAGS.map((flag) => `"${flag}"`).join(', ');
    expect(last.at(-2)).toBe(`CMD ["node", ${flags}, "dist/apps/api/src/main.js"]`);
    expect(compose.services['worker']?.command).toEqual([
      'node',
      ...NODE_FLAGS,
      'dist/apps/worker/src/main.js',
    ]);
  });

  it('asks everything that lasts for its health, and waits for it', () => {
    for (const [name, { restart, healthcheck }] of services.filter(([, service]) => service.restart !== 'no'))
      expect({ name, restart, asked: (healthcheck?.test ?? []).length > 0 }).toEqual({
        name,
        restart: 'unless-stopped',
        asked: true,
      });
    const waits = services.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    expect(waits.filter(([name]) => !(name in compose.services))).toEqual([]);
    expect(new Set(waits.map(([, { condition }]) => condition))).toEqual(
      new Set(['service_healthy', 'service_completed_successfully']),
    );
    const api = compose.services['api']?.healthcheck?.test?.join(' ') ?? '';
    const worker = compose.services['worker']?.healthcheck?.test?.join(' ') ?? '';
    expect(api).toContain(`127.0.0.1:${/ PORT=(\d+)/.exec(dockerfile)?.[1]}/health/ready`);
    expect(worker).toContain(`127.0.0.1:${/WORKER_PORT=(\d+)/.exec(dockerfile)?.[1]}/health/ready`);
  });

  it('holds no secret, and only the commands of operators know the owner', () => {
    for (const [name, { environment = {} }] of services)
      for (const [key, value] of Object.entries(environment))
        if (/SECRET|PASSWORD|TOKEN|_URL$/.test(key))
          expect({ name, key, given: value.includes('${') }).toEqual({ name, key, given: true });
    const knowing = services.filter(
      ([, { environment }]) => environment?.['DATABASE_OWNER_URL'] !== undefined,
    );
    expect(knowing.map(([name]) => name)).toEqual(['migrate', 'backup', 'restore']);
  });

  it('uses volumes and secrets that it declares', () => {
    const named = services
      .flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''))
      .filter((name) => /^\w+$/.test(name));
    expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
    expect(new Set(services.flatMap(([, { secrets = [] }]) => secrets))).toEqual(
      new Set(Object.keys(compose.secrets)),
    );
  });
});
