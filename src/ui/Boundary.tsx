import { Component, type ReactNode } from 'react';
import { text } from '../locales/text.ts';
import { Button } from './Button.tsx';
import { Note } from './Note.tsx';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly failed: boolean;
}

/**
 * Keeps a fault in one part of the page from taking the rest with it: the part says so and can be drawn anew. Photos,
 * key and results lie in the store, not in what is drawn; what Prove and Trace have found goes with their part. React has no other way than a class.
 */
export class Boundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Note
        tone="bad"
        trailing={
          <Button tone="link" onClick={() => this.setState({ failed: false })}>
            {text('app.broken.again')}
          </Button>
        }
      >
        {text('app.broken')}
      </Note>
    );
  }
}
