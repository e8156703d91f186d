import type { ClassMember, Span } from './module-facts.js';

/** Whether a place stands within another, or is the same. */
export function contains([start, end]: Span, inner: Span): boolean {
  return start <= inner[0] && inner[1] <= end;
}

/** With its `#`, where the text of the member has one. */
export function fieldName(text: string, { name = '' }: ClassMember): string {
  return text.includes(`#${name}`) ? `#${name}` : name;
}
