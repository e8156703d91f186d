/** Methods of prototypes that stop a service, clear its timers and answer its probes. */
import { cjs, table } from '../rules/table.js';

table('no-unawaited-close', {
  at: /close/u,
  reports: [
    {
      name: 'a stop that exits at once',
      files: {
        'src/main.cjs': `
        var Service = require('./service.cjs');
        var service = new Service();
        service.start();
        process.on('SIGTERM', service.stop.bind(service));
      `,
        'src/service.cjs': `
        var http = require('http');
        module.exports = Service;
        function Service() {
          this.server = http.createServer();
        }
        Service.prototype.start = function () {
          this.server.listen(3000);
        };
        Service.prototype.stop = function () {
          this.server.close(); // ! exit
          process.exit(0);
        };
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a stop that exits once the server has closed',
      files: cjs`
      var http = require('http');
      function Service() {
        this.server = http.createServer();
      }
      Service.prototype.start = function () {
        this.server.listen(3000);
      };
      Service.prototype.stop = function () {
        this.server.close(function () {
          process.exit(0);
        });
      };
      var service = new Service();
      service.start();
      process.on('SIGTERM', service.stop.bind(service));
    `,
    },
  ],
});

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a timer that start keeps and stop forgets',
      files: cjs`
      var http = require('http');
      function Service() {
        this.server = http.createServer();
      }
      Service.prototype.start = function () {
        this.timer = setInterval(this.beat.bind(this), 1000); // ! repeating
        this.server.listen(3000);
      };
      Service.prototype.beat = function () {
        console.log('beat');
      };
      Service.prototype.stop = function () {
        this.server.close();
      };
      var service = new Service();
      service.start();
      process.on('SIGTERM', function () {
        service.stop();
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a timer that stop clears',
      files: cjs`
      var http = require('http');
      function Service() {
        this.server = http.createServer();
      }
      Service.prototype.start = function () {
        this.timer = setInterval(this.beat.bind(this), 1000);
        this.server.listen(3000);
      };
      Service.prototype.beat = function () {
        console.log('beat');
      };
      Service.prototype.stop = stop;
      function stop() {
        clearInterval(this.timer);
        this.server.close();
      }
      var service = new Service();
      service.start();
      process.on('SIGTERM', function () {
        service.stop();
      });
    `,
    },
  ],
});

table('no-blocking-probe', {
  at: /query/u,
  reports: [
    {
      name: 'a probe that is a method of a prototype',
      files: cjs`
      var express = require('express');
      var pg = require('pg');
      function Api() {
        this.pool = new pg.Pool();
        this.app = express();
        this.app.get('/livez', this.livez.bind(this));
        this.app.listen(3000);
      }
      Api.prototype.livez = function (req, res) {
        this.pool.query('select 1', function () { // ! liveness
          res.end();
        });
      };
      new Api();
    `,
    },
  ],
});
