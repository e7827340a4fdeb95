import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/** An act of a person, which a second click does not begin again while the first is on its way. */
export function useAct<Input, Output>(
  act: (input: Input) => Promise<Output>,
  {
    onDone,
    onRefused,
  }: { onDone?: (output: Output) => unknown; onRefused?: (error: unknown) => unknown } = {},
) {
  const underWay = useRef(false);
  const { mutate, data, error, isPending, isError, isSuccess, reset } = useMutation({
    mutationFn: act,
    onSuccess: (output) => onDone?.(output),
    onError: (fault) => onRefused?.(fault),
    onSettled: () => {
      underWay.current = false;
    },
  });
  const run = (input: Input) => {
    if (underWay.current) return;
    underWay.current = true;
    mutate(input);
  };
  return { run, data, error, isPending, isError, isSuccess, reset };
}
