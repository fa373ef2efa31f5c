/** Dialogs that belong to the page as a whole; one at a time. */
export type DialogName =
  | 'about'
  | 'privacy'
  | 'shortcuts'
  | 'preferences'
  | 'limits'
  | 'measured'
  | 'startOver'
  | 'check'
  | 'keepKey'
  | 'labels'
  | 'inspector'
  | 'viewer';
