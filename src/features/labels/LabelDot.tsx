import { labelColour } from '../../ui/labelColours.ts';

/** A label's colour beside its name. */
export function LabelDot({ colour }: { readonly colour: number }) {
  return <span className="label-dot" style={{ background: labelColour(colour) }} aria-hidden="true" />;
}
