import { partOf, trimmed, type PlacedText } from '../placed-text.js';
import type { Heredoc, Instruction } from './dockerfile.js';

const HEREDOC_KEYWORDS = new Set(['RUN', 'COPY', 'ADD']);
const HEREDOC = /(?<![<\w])\d*<<(-?)(["']?)([A-Za-z_]\w*)\2/gu;

/** The first line of an instruction, and what the heredocs that it names hold. A heredoc that never ends holds the rest. */
export function heredocsOf(keyword: string, all: PlacedText): { readonly head: PlacedText; readonly heredocs: readonly Heredoc[] } {
  const lineEnd = all.text.search(/[\r\n]/u);
  if (lineEnd < 0) return { head: trimmed(all), heredocs: [] };
  const head = partOf(all, 0, lineEnd);
  const opened = HEREDOC_KEYWORDS.has(keyword) ? [...head.text.matchAll(HEREDOC)] : [];
  const heredocs: Heredoc[] = [];
  let from = lineEnd + (all.text.startsWith('\r\n', lineEnd) ? 2 : 1);
  for (const [, dash = '', , name = ''] of opened) {
    const end = new RegExp(`^${dash === '-' ? '\\t*' : ''}${name}\\r?$`, 'mu').exec(all.text.slice(from));
    const until = end ? from + end.index : all.text.length;
    heredocs.push({ name, body: partOf(all, from, until) });
    from = end ? until + end[0].length + 1 : all.text.length;
  }
  return { head: trimmed(head), heredocs };
}

const FLAG_KEYWORDS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK']);
const FLAG = /^--([a-z][\w.-]*)(?:=(\S*))?\s*/u;

/** `--from=build --chown=node a b`: the flags, and what comes after them. */
export function flagsOf(keyword: string, head: PlacedText): { readonly flags: Instruction['flags']; readonly rest: PlacedText } {
  if (!FLAG_KEYWORDS.has(keyword)) return { flags: {}, rest: head };
  const flags: Record<string, string> = {};
  let start = 0;
  for (let match = FLAG.exec(head.text); match; match = FLAG.exec(head.text.slice(start))) {
    flags[match[1] ?? ''] = match[2] ?? '';
    start += match[0].length;
  }
  return { flags, rest: partOf(head, start, head.text.length) };
}
