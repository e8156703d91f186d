'use strict';

var Service = require('./lib/service');

var service = new Service({ port: Number(process.env.PORT) });
service.start();

process.once('SIGTERM', function () {
  console.log('stopping');
  setTimeout(function () {
    process.exit(1);
  }, 10000).unref();
  service.stop(function () {
    console.log('stopped');
  });
});
