import type { ContainerFact, PodFact } from '../manifests/kubernetes/model.js';
import type { Edit } from '../project/finding.js';

/** Moves a container among the init containers, where one that is always restarted is a sidecar. None where the text is not laid out in lines. */
export function sidecarEdits(text: string, { place: pod }: PodFact, container: ContainerFact): readonly Edit[] {
  const { place } = container;
  const containers = pod?.keys['containers'];
  if (!pod || !containers || pod.indent < 0 || place.indent < 0) return [];
  const dash = /^([ \t]*)-[ \t]+$/u.exec(text.slice(lineStart(text, place.span[0]), place.span[0]));
  if (!dash) return [];
  const start = lineStart(text, place.span[0]);
  const end = lineEnd(text, place.span[1]);
  const block = `${text.slice(start, end).trimEnd()}\n${' '.repeat(place.indent)}restartPolicy: Always\n`;
  const existing = pod.keys['initContainers'];
  // Sidecars begin in the order in which they stand: those who need it come after.
  const at = existing ? lineEnd(text, existing[0]) : lineStart(text, containers[0]);
  const head = existing ? '' : `${' '.repeat(pod.indent)}initContainers:\n`;
  return [
    { span: [at, at], text: head + block },
    { span: [start, end], text: '' },
  ];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line's end, if it has one. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', text[offset - 1] === '\n' ? offset - 1 : offset);
  return newline < 0 ? text.length : newline + 1;
}
