/** A fault of the page itself: said in three parts like any other, and the rest of the window stays. */
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import type { EngineError } from '#shared/model/error.ts';
import { asEngineError } from '../api/query.ts';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { useText } from './i18n.tsx';

interface BoundaryState {
  error: EngineError | null;
}

/** React asks for a class here. `key` it by the screen, so that another screen begins afresh. */
export class Boundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): BoundaryState {
    return { error: asEngineError(thrown) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Broken error={error} onRetry={() => this.setState({ error: null })} /> : this.props.children;
  }
}

function Broken({ error, onRetry }: { error: EngineError; onRetry: () => void }) {
  const t = useText();
  return <ErrorPanel error={error} actions={<Button onClick={onRetry}>{t(commonTexts.retry)}</Button>} />;
}
