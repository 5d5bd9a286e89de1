export function MockPage() {
  return null;
}
