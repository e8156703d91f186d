/** What is known of packages that have no description of their own yet, by words that stand in their names. */
export const undescribed = {
  /** They answer paths that no code registers, or find routes by themselves. */
  answers: ['actuator', 'astro', 'bull-board', 'directus', 'keystone', 'payload', 'routing-controllers', 'sirv', 'svelte', 'tsoa'],
  /** What programs call the middleware of packages that answer in place of a handler. */
  guards: {
    authentication: ['clerkMiddleware', 'expressJwt', 'passport.authenticate'],
  },
  /** Middleware that keeps sessions in a store, of every request unless `saveUninitialized` is `false`. */
  sessions: ['express-session'],
  /** Methods of browser drivers that send a function to the page, where it runs. */
  pages: ['$$eval', '$eval', 'addInitScript', 'evaluate', 'evaluateAll', 'evaluateHandle', 'evaluateOnNewDocument', 'waitForFunction'],
  /** Streams of values: who makes one of these puts the values in, and none of the functions beside them listens, but for some. */
  streams: {
    packages: ['rxjs', 'rxjs/operators'],
    own: ['AsyncSubject', 'BehaviorSubject', 'ReplaySubject', 'Subject'],
    listening: ['fromEvent', 'fromEventPattern'],
  },
} as const;
