import css from './aside.module.css';

/** Where the sources of the built-in bank can be changed, with a slash at its end; set when the app is built. */
const SOURCES: unknown = import.meta.env['VITE_BANK_SOURCES'];

/** The file that an item was made from, with a link to change it where the build names one. */
export function SourceFile({ file }: { readonly file: string }) {
  return (
    <p className={css['file']}>
      {typeof SOURCES === 'string' && SOURCES !== '' ? (
        <a href={`${SOURCES}${file}`} target="_blank" rel="noreferrer">
          Suggest an edit
        </a>
      ) : (
        'To suggest an edit, name this file:'
      )}{' '}
      {file}
    </p>
  );
}
