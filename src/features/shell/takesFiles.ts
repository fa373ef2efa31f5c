/** What is dropped or pasted while a tab is in sight goes to it. */
export interface TakesFiles {
  drop(event: DragEvent): void;
  paste(files: readonly File[]): void;
}
