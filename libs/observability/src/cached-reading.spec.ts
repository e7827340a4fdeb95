import { CachedReading } from './cached-reading.js';

describe('a reading that is remembered', () => {
  let now = 0;
  let reads = 0;
  const reading = new CachedReading(
    () => Promise.resolve((reads += 1)),
    5000,
    () => now,
  );

  it('is made once for whoever asks meanwhile, and anew when it is too old', async () => {
    expect(await Promise.all([reading.get(), reading.get()])).toEqual([1, 1]);
    now = 5000;
    expect(await reading.get()).toBe(1);
    now = 5001;
    expect(await reading.get()).toBe(2);
  });

  it('is made anew when the clock was set back', async () => {
    now = -1;
    expect(await reading.get()).toBe(3);
  });

  it('remembers a failure as long, and no longer', async () => {
    let fails = 0;
    const failing = new CachedReading(
      () => Promise.reject(new Error(String((fails += 1)))),
      5000,
      () => now,
    );
    await expect(failing.get()).rejects.toThrow('1');
    await expect(failing.get()).rejects.toThrow('1');
    now += 6000;
    await expect(failing.get()).rejects.toThrow('2');
  });
});
