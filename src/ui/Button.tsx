import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do next. `link`: a word in running text or beside a heading. */
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'link' | 'danger';
  readonly large?: boolean;
  readonly icon?: IconName;
}

/** A button with words. Disabled ones say why in their `title` or beside them. */
export function Button({ tone = 'plain', large = false, icon, className, children, ...rest }: ButtonProps) {
  const classes = ['button', `button-${tone}`, large && 'button-large', className];
  return (
    <button type="button" {...rest} className={classes.filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its accessible name, also shown on hover. */
  readonly label: string;
  readonly tone?: 'plain' | 'quiet';
}

/** A button that is a picture only. */
export function IconButton({ icon, label, tone = 'quiet', className, ...rest }: IconButtonProps) {
  const classes = ['button', 'button-icon', `button-${tone}`, className];
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classes.filter(Boolean).join(' ')}
    >
      <Icon name={icon} />
    </button>
  );
}
