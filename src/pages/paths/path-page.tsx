export function PathPage() {
  return null;
}
