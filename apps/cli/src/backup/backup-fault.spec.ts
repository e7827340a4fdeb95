import { backupCommand } from './backup.command.js';
import { BackupFault, onTarget } from './backup-fault.js';
import { restoreCommand } from './restore.command.js';
import { passphraseOf, seal, unseal } from './sealed-keys.js';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error('x'), { code }));

describe('a backup that does not happen', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EROFS', 'target_unwritable'],
    ['EACCES', 'target_unwritable'],
  ])('%s of the disk is %s and names the place', async (errno, code) => {
    const error = await onTarget('/backup', failing(errno)).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(BackupFault);
    expect(error).toMatchObject({ code, message: expect.stringMatching(new RegExp(`^${code}: /backup `)) });
  });

  it('lets what has no name here go on', async () => {
    await expect(onTarget('/backup', failing('EIO'))).rejects.toMatchObject({ code: 'EIO' });
  });

  it.each([
    [['--to', '.'], 'keys_undecided'],
    [['--to', '.', '--keys', 'maybe'], 'keys_undecided'],
    [['--to', '.', '--keys', 'plain', '--passphrase-file', 'x'], 'keys_undecided'],
    [['--to', '.', '--passphrase-file', 'package-of-nobody'], 'cannot be read'],
    [[], 'needs --to'],
    [['--too', 'x'], 'backup --help'],
    [['--check', 'libs'], 'not_a_backup'],
  ])('backup %j says what to do', async (args, message) => {
    await expect(backupCommand(args, () => undefined)).rejects.toThrow(message);
  });

  it.each([
    [[], 'needs --from'],
    [['--from', 'x', '--keys', 'plain'], '--keys of restore'],
    [['--form', 'x'], 'restore --help'],
  ])('restore %j says what to do', async (args, message) => {
    await expect(restoreCommand(args, () => undefined)).rejects.toThrow(message);
  });
});

describe('sealed keys', () => {
  const content = Buffer.from('a private key');

  it('open with the passphrase alone, and not when they were changed or are none', () => {
    const sealed = seal(content, 'correct horse battery');
    expect(unseal(sealed, 'correct horse battery', 'f')).toEqual(content);
    const parsed = JSON.parse(sealed) as { data: string };
    const changed = JSON.stringify({ ...parsed, data: Buffer.from('another').toString('base64') });
    for (const text of [changed, '{}', 'no json'])
      expect(() => unseal(text, 'correct horse battery', 'f')).toThrow('passphrase_wrong');
    expect(() => unseal(sealed, 'correct horse batter', 'f')).toThrow('passphrase_wrong');
  });

  it('take a passphrase of twelve characters, without the end of its line', () => {
    expect(passphraseOf('mười hai chữ cái\r\n', 'f')).toBe('mười hai chữ cái');
    expect(() => passphraseOf('elf zeichen', 'f')).toThrow('passphrase_short');
  });
});
