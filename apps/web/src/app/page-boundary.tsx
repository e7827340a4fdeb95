import { Button, Stack } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert.js';

interface Props {
  /** Another address is another chance: what broke at the earlier one is not shown there. */
  path: string;
  children: ReactNode;
}
interface State {
  error: unknown;
}

/** Shows what went wrong in the place of a page that broke; React knows this as a class only. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidUpdate({ path }: Props): void {
    if (path !== this.props.path && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <BrokenPage error={this.state.error} />;
  }
}

function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <Stack maw={720}>
      <ProblemAlert error={error} />
      <div>
        <Button onClick={() => location.reload()}>{t('problem.reload')}</Button>
      </div>
    </Stack>
  );
}
