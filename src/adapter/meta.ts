/** What the plugin is called, for ESLint and for all that it leaves behind. */
export const meta = { name: 'eslint-plugin-graceful-shutdown', version: '0.1.0', namespace: 'graceful-shutdown' };
