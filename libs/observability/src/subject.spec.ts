import { setTimeout as sleep } from 'node:timers/promises';
import { aboutDossier, Subject } from './subject.js';

describe('the subject of a request', () => {
  it('is the dossier that its work named last, and no other work of the same time', async () => {
    const [one, other] = [new Subject(), new Subject()];
    const work = (subject: Subject, ids: readonly string[]) =>
      subject.within(async () => {
        for (const id of ids) {
          await sleep(1);
          aboutDossier(id);
        }
      });
    await Promise.all([work(one, ['earlier', 'new']), work(other, ['another'])]);
    expect([one.dossierId, other.dossierId]).toEqual(['new', 'another']);
  });

  it('is nobody’s where no request set the work going', () => {
    const subject = new Subject();
    aboutDossier('of a job');
    expect(subject.dossierId).toBeNull();
  });
});
