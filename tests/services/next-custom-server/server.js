const { createServer } = require('http');
const { parse } = require('url');
const next = require('next');

const app = next({ dev: process.env.NODE_ENV !== 'production' });
const handle = app.getRequestHandler();

app.prepare().then(() => {
  createServer((req, res) => {
    handle(req, res, parse(req.url, true));
  }).listen(3000, () => { // expect: require-sigterm-listener
    console.log('ready on 3000');
  });
});
