/** What is measured inside a real browser: called from Node, one function a bench. */
import { bankLoad } from './bank-load.ts';
import { dueQueue } from './due-queue.ts';
import { gradeTransaction } from './grade-transaction.ts';

Object.assign(globalThis, { bench: { gradeTransaction, dueQueue, bankLoad } });
