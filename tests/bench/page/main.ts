/** What is measured inside a real browser: called from Node, one function a bench. */
import { bankLoad } from './bank-load.ts';
import { dueQueue } from './due-queue.ts';
import { gradeTransaction } from './grade-transaction.ts';
import { progress } from './progress.ts';

Object.assign(globalThis, { bench: { gradeTransaction, dueQueue, bankLoad, progress } });
