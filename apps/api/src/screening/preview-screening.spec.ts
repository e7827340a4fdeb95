import { fileURLToPath } from 'node:url';
import { LawRegistry } from '#dossiers';
import { AdjustableClock } from '#kernel';
import { loadAllPacks, type Pack } from '#law';
import { LawOfDay } from '../law/law-of-day.js';
import { PreviewScreening } from './preview-screening.js';

const PACKS = loadAllPacks(fileURLToPath(new URL('../../../../libs/law/packs', import.meta.url)));
const previewWith = (packs: readonly Pack[]) =>
  new PreviewScreening(
    new LawOfDay(
      new LawRegistry(packs, 'demonstration'),
      new AdjustableClock(new Date('2026-07-15T02:00:00Z')),
    ),
  );
const FACTS = {
  equipment: [{ hsCode: '84771039', condition: 'used', yearMade: 2015, plannedArrivalYear: 2026 }],
};

describe('PreviewScreening', () => {
  it('refuses by name when a table of the law cannot be carried out, and lets the next one through', async () => {
    const broken = PACKS.map((pack) => ({
      ...pack,
      models: pack.models.map((model) => ({ ...model, content: { nodes: [], edges: 7 } })),
    }));
    const failed = previewWith(broken).run({ procedureId: 'opinion', facts: FACTS }, 'en');
    await expect(failed).rejects.toMatchObject({ code: 'screening_unavailable' });
    const { result } = await previewWith(PACKS).run({ procedureId: 'opinion', facts: FACTS }, 'en');
    expect(result.blocking).toBe(true);
  });

  it('gives the ids and order of what was sent, and equal answers to equal facts', async () => {
    const once = await previewWith(PACKS).run({ procedureId: 'opinion', facts: FACTS }, 'en');
    const again = await previewWith(PACKS).run(
      { procedureId: 'opinion', facts: structuredClone(FACTS) },
      'vi',
    );
    expect(again.result).toEqual(once.result);
    expect(once.facts.equipment?.map(({ id }) => id)).toEqual(['equipment-1']);
  });
});
