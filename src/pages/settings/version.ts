declare global {
  interface ImportMetaEnv {
    /** Put in by the build from package.json. */
    readonly APP_VERSION?: string;
  }
}

export const APP_VERSION: string = import.meta.env.APP_VERSION ?? 'unknown';
