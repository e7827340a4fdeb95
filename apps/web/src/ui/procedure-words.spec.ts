import { describe, expect, it } from '@jest/globals';
import { type GeneralWords, procedureWords } from './procedure-words.js';

const GENERAL: GeneralWords = {
  status: (status) => `status ${status}`,
  command: (command) => `command ${command}`,
  outcome: (outcome) => `outcome ${outcome}`,
  ground: (ground) =>
    ({ prohibited: 'Công nghệ cấm', outdated: 'Công nghệ lạc hậu', other: 'Lý do khác' })[ground],
};
const LABELS = new Map([
  ['under_review', 'Đang xác định'],
  ['approved', 'Không sử dụng công nghệ lạc hậu'],
  ['refused', 'Sử dụng công nghệ lạc hậu'],
]);

describe('the words of a procedure', () => {
  const own = procedureWords(LABELS, GENERAL);
  it('are the labels of its pack, for statuses and for what leads to a decision', () => {
    expect(own.status('under_review')).toBe('Đang xác định');
    expect(own.command('approve')).toBe('Không sử dụng công nghệ lạc hậu');
    expect(own.command('refuse')).toBe('Sử dụng công nghệ lạc hậu');
    expect(own.command('assign')).toBe('command assign');
  });
  it('name an outcome by the status it means, with its ground where the label does not say it', () => {
    expect(own.outcome('agree')).toBe('Không sử dụng công nghệ lạc hậu');
    expect(own.outcome('disagree_outdated')).toBe('Sử dụng công nghệ lạc hậu');
    expect(own.outcome('disagree_other')).toBe('Sử dụng công nghệ lạc hậu (lý do khác)');
    expect(own.outcomes).not.toContain('agree_with_conditions');
  });
  it('are the general ones for a procedure that has none of its own', () => {
    const general = procedureWords(null, GENERAL);
    expect([general.status('approved'), general.command('approve'), general.outcome('agree')]).toEqual([
      ...['status approved', 'command approve', 'outcome agree'],
    ]);
    expect(general.outcomes).toHaveLength(5);
  });
  it('say nothing wrong while they are on their way', () => {
    const waiting = procedureWords(undefined, GENERAL);
    expect([
      waiting.status('approved'),
      waiting.command('approve'),
      waiting.outcome('disagree_other'),
    ]).toEqual(['…', '…', '…']);
    expect(waiting.command('assign')).toBe('command assign');
  });
});
