import { type ComponentProps, useEffect, useRef } from 'react';
import { ProblemAlert } from './problem-alert.js';

/**
 * Why what somebody sent was refused. Each refusal comes into sight and takes the focus once, since the button that was
 * pressed loses it and may stand a page below. For what nobody pressed a button for there is `ProblemAlert`.
 */
export function SubmitProblem(props: Omit<ComponentProps<typeof ProblemAlert>, 'ref'>) {
  const { error } = props;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    alert.current?.focus({ preventScroll: true });
    alert.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return <ProblemAlert {...props} ref={alert} />;
}
