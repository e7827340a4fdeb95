import { expect, test } from '@jest/globals';
import { LARGEST_EVIDENCE, parseEvidence, textOfEvidence } from './evidence-file.js';

const unread = () => Promise.reject(new Error('was read'));

test('what is empty or far too large is told apart and never read', async () => {
  await expect(textOfEvidence({ size: 0, text: unread })).rejects.toMatchObject({ fault: 'empty' });
  const large = { size: LARGEST_EVIDENCE + 1, text: unread };
  await expect(textOfEvidence(large)).rejects.toMatchObject({ fault: 'tooLarge' });
  await expect(textOfEvidence({ size: 1, text: unread })).rejects.toMatchObject({ fault: 'unreadable' });
  expect(await textOfEvidence(new Blob(['{}']))).toBe('{}');
});

test('a file of something else is no evidence that was tampered with', () => {
  const other = { fault: 'notEvidence' };
  for (const text of ['no JSON', '[]', 'null', '{"a":1}', '{"format":"techgate-verification-1"}'])
    expect(() => parseEvidence(text)).toThrow(expect.objectContaining(other));
  expect(parseEvidence('{"format":"techgate-evidence-1"}')).toEqual({ format: 'techgate-evidence-1' });
});
