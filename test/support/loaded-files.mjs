// Preloaded into a program: when it ends, it says on the last line of its standard output which files of packages it loaded.
import { registerHooks } from 'node:module';
import { writeSync } from 'node:fs';

const loaded = new Set();
registerHooks({
  load(url, context, next) {
    const [, ...inPackages] = url.split('/node_modules/');
    if (inPackages.length > 0) loaded.add(inPackages.join('/node_modules/'));
    return next(url, context);
  },
});
process.once('exit', () => writeSync(1, `\n${JSON.stringify([...loaded])}`));
