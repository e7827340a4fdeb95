import { describe, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider, type UseMutationResult } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { type ActKeys, useActKey } from './use-act-key.js';
import { useOnce } from './use-once.js';

type Act = UseMutationResult<string, Error, string>;
interface Used {
  act: Act;
  keys: ActKeys;
}

/** What a page has in its hands, drawn once; each act waits until it is answered. */
function used() {
  const sent: string[] = [];
  const answers: ((outcome: Error | string) => void)[] = [];
  const send = (input: string) => {
    sent.push(input);
    return new Promise<string>((resolve, reject) =>
      answers.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome))),
    );
  };
  let use: Used | undefined;
  const Page = () => {
    use = { act: useOnce<string, string>({ mutationFn: send }), keys: useActKey() };
    return null;
  };
  const client = new QueryClient();
  renderToString(createElement(QueryClientProvider, { client }, createElement(Page)));
  if (use === undefined) throw new Error('the page was not drawn');
  return { ...use, sent, answers };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an act of a person', () => {
  test('is sent once, however often it is clicked while it is on its way', async () => {
    const { act, sent } = used();
    act.mutate('a');
    act.mutate('a');
    await settled();
    expect(sent).toEqual(['a']);
  });

  test('is another one with another input, at the same time', async () => {
    const { act, sent } = used();
    act.mutate('a');
    act.mutate('b');
    await settled();
    expect(sent).toEqual(['a', 'b']);
  });

  test.each([['answered', 'done'] as const, ['refused', new Error('refused')] as const])(
    'can be sent again once it is %s',
    async (_what, outcome) => {
      const { act, sent, answers } = used();
      act.mutate('a');
      await settled();
      answers[0]?.(outcome);
      await settled();
      act.mutate('a');
      await settled();
      expect(sent).toEqual(['a', 'a']);
    },
  );

  test('keeps its key until it is done or its content is another', () => {
    const { keys } = used();
    const key = keys.of({ reason: 'a' });
    expect(keys.of({ reason: 'a' })).toBe(key);
    expect(keys.of({ reason: 'b' })).not.toBe(key);
    const second = keys.of({ reason: 'a' });
    expect(second).not.toBe(key);
    keys.renew();
    expect(keys.of({ reason: 'a' })).not.toBe(second);
  });
});
