import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readConfig, VARIABLES } from '../../apps/api/src/config.js';
import { NODE_FLAGS } from '../../apps/cli/src/start/node-flags.js';
import { ROOT } from './cruise.js';
import { compose, DIGEST, dockerfile, last, read } from './docker-files.js';

const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

describe('compose', () => {
  it('is what the Compose Specification allows', () => {
    const { $schema: _, ...schema } = JSON.parse(
      read('test/fixtures/compose/compose-spec.json'),
    ) as object & {
      $schema: string;
    };
    const accepts = new Ajv({ strict: false, allErrors: true, formats: { duration: true } }).compile(schema);
    accepts(compose);
    expect(accepts.errors).toBeNull();
    const misspelt = { ...compose, services: { api: { ...compose.services['api'], read_onli: true } } };
    expect(accepts(misspelt)).toBe(false);
  });

  it.each(ours)('%s is held in: read-only, no capabilities, no new privileges, limited', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.tmpfs).toEqual([expect.stringMatching(/^\/tmp:size=\d+m,/)]);
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.pids_limit).toBeGreaterThan(0);
    // As the image says, which is held above.
    expect(service.user).toBeUndefined();
    expect(existsSync(join(ROOT, service.build?.dockerfile ?? ''))).toBe(true);
  });

  it.each(services)(
    '%s names its image with a version and a digest unless it is our own, is not privileged, mounts no socket',
    (_name, service) => {
      const [image, digest] = service.image?.split('@') ?? [];
      expect(image).toMatch(/^[\w./-]+:(?!latest)[\w.-]+$/);
      if (service.build === undefined) expect(digest).toMatch(DIGEST);
      expect(service.privileged ?? false).toBe(false);
      expect(service.mem_limit).toBeDefined();
      for (const volume of service.volumes ?? []) expect(volume).not.toContain('docker.sock');
    },
  );

  it.each(services)('%s fills neither memory nor disk, and is given time to end', (_name, service) => {
    for (const place of service.tmpfs ?? []) expect(place).toMatch(/:size=\d+m(,|$)/);
    expect(service.logging?.options).toMatchObject({
      'max-size': expect.stringMatching(/^\d+m$/),
      'max-file': expect.stringMatching(/^\d+$/),
    });
    // Ten seconds otherwise, and then it is killed.
    expect(service.stop_grace_period).toMatch(/^\d+m$/);
  });

  it('gives the restore the list of erasures, read-only and with the backups unless another folder is named', () => {
    expect(compose.services['restore']?.volumes).toContain(
      '${ERASURES_FOLDER:-${BACKUP_FOLDER:-../backups}}:/erasures:ro',
    );
  });

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
