import type { Question } from './cache/kept-file.js';
import { codeAnswer } from './code-answers.js';
import { manifestAnswer } from './manifest-answers.js';
import type { ByFile } from './report.js';

/** What the analysis says now; undefined when it fails. */
export function answerTo(question: Question): ByFile | undefined {
  return question.of === 'code' ? codeAnswer(question) : manifestAnswer(question);
}
