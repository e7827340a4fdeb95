import { Button, Group } from '@mantine/core';
import { Component, type ComponentType, lazy, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_LOADED, ProblemError } from '../api/problem.js';
import { ProblemAlert } from './problem-alert.js';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A part that is loaded when it is needed, under a boundary of its own: what fails there can be tried again there. */
export type Lazily<Props> = ((props: Props) => ReactNode) & {
  /** Fetches it before it is needed; a failure is told when it is needed. */
  preload: () => Promise<unknown>;
};

/** Its texts and other companions are fetched by `load`. Stands in a `Suspense`. */
export function lazily<Props extends object>(load: Load<Props>): Lazily<Props> {
  const fresh = () =>
    lazy(async () => {
      const Part = await load().catch(() => {
        throw new ProblemError(NOT_LOADED);
      });
      return { default: Part as ComponentType<object> };
    });
  // React remembers for ever that a part could not be loaded: another try is another part.
  let part = { Part: fresh() };
  function LazyPart(props: Props) {
    const [{ Part }, setPart] = useState(part);
    const again = () => {
      part = { Part: fresh() };
      setPart(part);
    };
    return (
      <PartBoundary onRetry={again}>
        <Part {...props} />
      </PartBoundary>
    );
  }
  return Object.assign(LazyPart, { preload: () => load().catch(() => undefined) });
}

interface BoundaryProps {
  onRetry: () => void;
  children: ReactNode;
}
interface State {
  error: unknown;
}

/** Shows what went wrong in the place of one part; React knows this as a class only. */
class PartBoundary extends Component<BoundaryProps, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const again = () => {
      this.props.onRetry();
      this.setState({ error: null });
    };
    return <BrokenPart error={error} onRetry={again} />;
  }
}

/** Tries by itself when the network comes back. */
function BrokenPart({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <>
      <ProblemAlert error={error} onRetry={onRetry} />
      <Group mt="xs">
        <Button size="xs" variant="subtle" onClick={() => location.reload()}>
          {t('problem.reload')}
        </Button>
      </Group>
    </>
  );
}
