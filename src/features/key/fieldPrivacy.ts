/**
 * Attributes that keep a field's text out of form history, spelling services and the vaults of password managers
 * (each of the known ones has its own word for "not for you").
 */
export const notForPasswordManagers = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
  'data-1p-ignore': 'true',
  'data-lpignore': 'true',
  'data-bwignore': 'true',
  'data-form-type': 'other',
} as const;

/**
 * Browsers offer to keep whatever stands in a field of type `password`, and many sync it to an account. A text field
 * whose characters are drawn as discs is masked as well and kept by nobody. Where discs cannot be drawn, the real
 * password field is the lesser evil.
 */
export function maskedFieldType(): 'text' | 'password' {
  return globalThis.CSS?.supports('-webkit-text-security', 'disc') ? 'text' : 'password';
}
