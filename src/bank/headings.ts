/** The headings of the sections of each kind, in their order. */
import type { ErrorLayer, QuestionLayer, SnippetLayer } from './item.ts';

export const QUESTION_HEADINGS: Readonly<Record<QuestionLayer, string>> = {
  deepDive: 'Deep dive',
  realWorld: 'In the real world',
  mistakes: 'Common mistakes',
  production: 'In production',
  wants: 'What the interviewer wants',
  minute: 'One minute',
};

export const ERROR_HEADINGS: Readonly<Record<ErrorLayer, string>> = {
  symptom: 'Symptom',
  cause: 'Root cause',
  fix: 'Fix',
  verify: 'How to verify',
  wrongFixes: 'Wrong fixes',
  prevention: 'Prevention',
};

export const SNIPPET_HEADINGS: Readonly<Record<SnippetLayer, string>> = {
  code: 'Code',
  adapt: 'Adapt',
  pitfalls: 'Pitfalls',
};
