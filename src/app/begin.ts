/** Imported before all else: the database is being opened while the browser still reads the rest of the app. */
import { start } from './boot.ts';

void start();
