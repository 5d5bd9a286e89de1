/** Fills the app's own database with questions beyond those of the bank, as a large import would. */
import type { Page } from '@playwright/test';

/** Adds so many questions, every fifth of them learnt, on the shelves of the topics that are there. */
export function addQuestions(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    interface Row {
      readonly id: string;
      readonly position: number;
      readonly summary: { readonly id: string; readonly type: string; readonly title: string; readonly topic?: string };
    }
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('lamplight');
      open.onerror = () => reject(open.error ?? new Error('open failed'));
      open.onsuccess = () => resolve(open.result);
    });
    const rows = await new Promise<Row[]>((resolve) => {
      const request = db.transaction('items').objectStore('items').getAll();
      request.onsuccess = () => resolve(request.result as Row[]);
    });
    const questions = rows.filter(({ summary }) => summary.type === 'question');
    const today = Math.floor(Date.now() / 86_400_000);
    const tx = db.transaction(['items', 'cards'], 'readwrite');
    for (let n = 0; n < wanted; n += 1) {
      const like = questions[n % questions.length];
      if (!like) throw new Error('no question to copy');
      const id = `many-${String(n).padStart(6, '0')}`;
      const title = `${like.summary.title} Number ${n}`;
      tx.objectStore('items').put({ ...like, id, position: 100_000 + n, summary: { ...like.summary, id, title } });
      const base = { id, item: id, point: null, position: 100_000 + n };
      const card = { id, item: id, point: null, suspended: false, buriedUntil: null };
      const learning = {
        kind: 'learned',
        memory: { stability: 1 + (n % 90), difficulty: 5 },
        firstDay: today - 60,
        lastDay: today - (n % 30),
        lastAtMs: Date.now() - (n % 30) * 86_400_000,
        lastGrade: 3,
        due: { kind: 'day', day: today + 1 + (n % 20) },
        reps: 3,
        lapses: 0,
      };
      const row =
        n % 5 === 0
          ? { ...base, queue: 'due', dueDay: learning.due.day, lastDay: learning.lastDay, state: { ...card, learning } }
          : { ...base, queue: 'new', state: { ...card, learning: { kind: 'new' } } };
      tx.objectStore('cards').put(row);
    }
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onerror = () => reject(tx.error ?? new Error('write failed'));
    });
    db.close();
  }, count);
}
