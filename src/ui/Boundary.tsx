import { Component, type ReactNode } from 'react';
import { isNotLoaded } from '../core/faults/notLoaded.ts';
import { unexpected } from '../core/faults/unexpected.ts';
import { text } from '../locales/text.ts';
import { Button } from './Button.tsx';
import { CopyDetails } from './CopyDetails.tsx';
import { Note } from './Note.tsx';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly failed: 'no' | 'broken' | 'not-loaded';
}

/**
 * Keeps a fault in one part of the page from taking the rest with it: the part says so and can be drawn anew. Photos,
 * key and results lie in the store, not in what is drawn; what Prove and Trace have found goes with their part. React has no other way than a class.
 */
export class Boundary extends Component<Props, State> {
  override state: State = { failed: 'no' };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: isNotLoaded(error) ? 'not-loaded' : 'broken' };
  }

  override componentDidCatch(error: unknown): void {
    if (!isNotLoaded(error)) unexpected(error, 'drawing');
  }

  override render() {
    const { failed } = this.state;
    if (failed === 'no') return this.props.children;
    return (
      <Note
        tone="bad"
        trailing={
          <span className="note-buttons">
            <Button tone="link" onClick={() => this.setState({ failed: 'no' })}>
              {text('app.broken.again')}
            </Button>
            {failed === 'broken' && <CopyDetails />}
          </span>
        }
      >
        {text(failed === 'broken' ? 'app.broken' : 'broken.notLoaded')}
      </Note>
    );
  }
}
