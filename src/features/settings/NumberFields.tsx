import { type TextKey, text } from '../../locales/text.ts';
import { NumberSetting } from './NumberSetting.tsx';

/** One of the numbers in something, and how it is asked for. */
export interface NumberField<Key extends string = string> {
  readonly key: Key;
  readonly label: TextKey;
  readonly note?: TextKey;
  /** Bounds and step as they are shown. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Kept as a share from 0 to 1, shown in per cent. */
  readonly percent?: boolean;
}

/** Fields for numbers that `Whole` has, checked by the compiler. */
export type NumberFieldsOf<Whole> = readonly NumberField<
  { [Key in keyof Whole]: Whole[Key] extends number ? Key : never }[keyof Whole] & string
>[];

interface Props<Whole extends object> {
  readonly of: Whole;
  readonly fields: readonly NumberField[];
  /** Gets the whole with one number changed. */
  readonly onChange: (of: Whole) => void;
}

/** Numbers to type, one below another. What `of` lacks is not asked for. */
export function NumberFields<Whole extends object>({ of, fields, onChange }: Props<Whole>) {
  const numbers = new Map(Object.entries(of));
  return fields.map(({ key, label, note, percent, ...bounds }) => {
    const value: unknown = numbers.get(key);
    if (typeof value !== 'number') return null;
    return (
      <NumberSetting
        key={key}
        label={text(label)}
        {...(note && { note: text(note) })}
        value={percent ? Math.round(100 * value) : value}
        {...bounds}
        onChange={shown => onChange({ ...of, [key]: percent ? shown / 100 : shown })}
      />
    );
  });
}
