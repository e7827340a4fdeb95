import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

const textOf = (input: unknown): string => JSON.stringify(input) ?? '';

/**
 * What a person does to the outside: a mutation whose `mutate` drops a call while one with the same input is on its way.
 * `isPending` alone does not hold a double click, since it is rendered only after both clicks were heard. `mutateAsync`
 * stays as it is, for what code sends one after the other. Files in the input all count as the same.
 */
export function useOnce<Data = unknown, Input = void, Kept = unknown>(
  options: UseMutationOptions<Data, Error, Input, Kept>,
): UseMutationResult<Data, Error, Input, Kept> {
  const underWay = useRef(new Set<string>());
  const { onSettled } = options;
  const mutation = useMutation<Data, Error, Input, Kept>({
    ...options,
    onSettled: (...outcome) => {
      underWay.current.delete(textOf(outcome[2]));
      return onSettled?.(...outcome);
    },
  });
  const { mutate: send } = mutation;
  const mutate: typeof send = useCallback(
    (...call) => {
      const text = textOf(call[0]);
      if (underWay.current.has(text)) return;
      underWay.current.add(text);
      send(...call);
    },
    [send],
  );
  return { ...mutation, mutate };
}
