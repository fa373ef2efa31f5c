export interface Room {
  readonly holds: string;
  readonly sees: readonly string[];
  readonly uses?: readonly string[];
  readonly floors?: readonly string[];
}
export type Rooms = Readonly<Record<string, Room>>;

export function roomOf(path: string, rooms: Readonly<Record<string, unknown>>): string | null;
export function importsOf(path: string, code: string): readonly string[];
export function forbiddenImports(files: ReadonlyMap<string, string>, rooms: Rooms): readonly string[];
export function sourceFiles(): ReadonlyMap<string, string>;
export function plan(): Rooms;
export function roomsTable(rooms: Rooms): string;
export function withRoomsTable(text: string, rooms: Rooms): string;
