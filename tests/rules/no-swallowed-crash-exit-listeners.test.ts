/** Listeners for `exit` that replace the code with which the process ends. */
import { cjs, js, table, ts } from './table.js';

table('no-swallowed-crash', {
  at: /^process\.exit\(0\)$/u,
  reports: [
    {
      name: 'an exit with 0 in an exit listener',
      files: js`
      import express from 'express';
      express().listen(3000);
      process.on('exit', () => {
        console.log('bye');
        process.exit(0); // ! overrides
      });
    `,
    },
    {
      name: 'a chain of registrations',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process
        .once('uncaughtException', (error) => {
          console.error(error);
          process.exit(1);
        })
        .once('SIGTERM', () => server.close(() => process.exit(0)))
        .once('exit', () => {
          process.exit(0); // ! overrides
        });
    `,
    },
    {
      name: 'on both ways of a branch, in a function that it calls',
      files: cjs`
      const http = require('node:http');
      const fs = require('node:fs');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function leave() {
        process.exit(0); // ! overrides
      }
      process.on('exit', () => {
        if (server.listening) fs.writeFileSync('unclean', '');
        leave();
      });
    `,
    },
  ],
  silent: [
    {
      name: 'the code that was meant, by name and by default',
      files: {
        'src/main.js': `
        import './default.js';
        import express from 'express';
        express().listen(3000);
        process.on('exit', (code) => process.exit(code));
      `,
        'src/default.js': `
        process.on('exit', () => process.exit());
      `,
      },
    },
    {
      name: 'a failure that leaves before',
      files: js`
      import express from 'express';
      express().listen(3000);
      process.on('exit', (code) => {
        if (code !== 0) return;
        process.exit(0);
      });
    `,
    },
    {
      name: 'only sometimes',
      files: js`
      import express from 'express';
      express().listen(3000);
      process.on('exit', (code) => {
        if (code === 130) process.exit(0);
      });
    `,
    },
    {
      name: 'what never comes to its turn',
      files: js`
      import express from 'express';
      express().listen(3000);
      process.on('exit', () => {
        setTimeout(() => process.exit(0), 100);
      });
    `,
    },
    {
      name: 'the exit of something else, and a failure',
      files: cjs`
      const { spawn } = require('node:child_process');
      const express = require('express');
      express().listen(3000);
      const child = spawn('worker');
      child.on('exit', () => process.exit(0));
      process.on('exit', () => process.exit(7));
    `,
    },
    {
      name: 'a script that serves nothing',
      files: js`
      console.log('done');
      process.on('exit', () => process.exit(0));
    `,
    },
  ],
});
