import { join } from 'node:path';
import {
  changedMigrations,
  digestsOf,
  migrationDigests,
  MIGRATIONS_FOLDER,
  releases,
} from '../support/releases/release-files.js';
import { ROOT } from './cruise.js';

const now = migrationDigests(join(ROOT, MIGRATIONS_FOLDER));

describe('a migration that was released', () => {
  it.each(releases())('with %s stays as it was', (release) => {
    const released = digestsOf(release);
    expect(Object.keys(released).length).toBeGreaterThan(10);
    expect(changedMigrations(release, released, now)).toEqual([]);
  });

  it('is told with what to do when it was changed or is gone', () => {
    const changed = changedMigrations(
      '0.1.0',
      { 'one.ts': 'a', 'two.ts': 'b', 'three.ts': 'c' },
      {
        'one.ts': 'a',
        'two.ts': 'x',
      },
    );
    expect(changed).toEqual([
      expect.stringMatching(/^two\.ts was changed after release 0\.1\.0: .* write a new migration\.$/),
      expect.stringMatching(/^three\.ts is gone after release 0\.1\.0: .* write a new migration\.$/),
    ]);
  });
});
