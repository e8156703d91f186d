'use strict';

var express = require('express');
var http = require('http');
var pg = require('pg');

function Service(options) {
  if (!(this instanceof Service)) return new Service(options);
  this.options = options;
  this.pool = new pg.Pool({ connectionString: process.env.POSTGRES_URL, max: 10, idleTimeoutMillis: 0 });
  this.app = express();
  this.app.get('/work', this.answer.bind(this));
  this.server = http.createServer(this.app);
}

Service.prototype.start = function () {
  this.server.listen(this.options.port, '127.0.0.1');
};

Service.prototype.answer = function (request, response, next) {
  if (this.stopping) response.set('Connection', 'close');
  this.pool.query('select pg_sleep(0.1)', function (error, result) {
    if (error) return next(error);
    response.send('ok ' + result.rows.length);
  });
};

Service.prototype.stop = function (done) {
  var self = this;
  self.stopping = true;
  setTimeout(function () {
    self.server.close(done);
  }, 1000);
};

module.exports = Service;
