/** 16 random letters and digits. */
export function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16);
}
