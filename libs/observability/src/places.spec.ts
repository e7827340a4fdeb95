import { lostPlaces } from './places.js';

const works = () => Promise.resolve();
const fails = () => Promise.reject(new Error('EROFS'));

describe('places that cannot be written', () => {
  it('are those whose trial fails', async () => {
    expect(await lostPlaces({ storage: works, keys: works })).toEqual([]);
    expect(await lostPlaces({ storage: works, keys: fails })).toEqual(['keys']);
    expect(await lostPlaces({ storage: fails, keys: fails })).toEqual(['storage', 'keys']);
  });

  it('and those whose disk does not answer', async () => {
    const hangs = () => new Promise(() => undefined);
    expect(await lostPlaces({ storage: hangs, keys: works }, 5)).toEqual(['storage']);
  });
});
