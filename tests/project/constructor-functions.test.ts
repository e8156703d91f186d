/** Services written with constructor functions and prototypes, as before ES2015, mean what classes mean. */
import { table } from '../rules/table.js';

const start = `
  var Service = require('./service.cjs');
  var service = new Service({ port: 3000 });
  service.start();
  process.on('SIGTERM', function () {
    console.log('stopping');
    service.stop(function () {
      process.exit(0);
    });
  });
`;

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a pool that the stop of a prototype forgets',
      unrepaired: true,
      files: {
        'src/main.cjs': start,
        'src/service.cjs': `
        var http = require('http');
        var pg = require('pg');
        function Service(options) {
          if (!(this instanceof Service)) return new Service(options);
          this.options = options;
          this.pool = new pg.Pool(); // ! unclosed
        }
        Service.prototype.start = function () {
          this.server = http.createServer();
          this.server.listen(this.options.port);
        };
        Service.prototype.stop = function (done) {
          this.server.close(done);
        };
        module.exports = Service;
      `,
      },
    },
    {
      name: 'methods in one object, and an object that is made without new',
      unrepaired: true,
      files: {
        'src/main.cjs': start.replace('new Service', 'Service'),
        'src/service.cjs': `
        var http = require('http');
        var pg = require('pg');
        var Service = (module.exports = function Service(options) {
          if (!(this instanceof Service)) return new Service(options);
          this.options = options;
          this.pool = new pg.Pool(); // ! unclosed
        });
        Service.prototype = {
          constructor: Service,
          start: function () {
            this.server = http.createServer();
            this.server.listen(this.options.port);
          },
          stop: function (done) {
            this.server.close(done);
          },
        };
      `,
      },
    },
  ],
  silent: [
    {
      name: 'what the prototype closes, in functions bound to this',
      files: {
        'src/main.cjs': start,
        'src/service.cjs': `
        var http = require('http');
        var pg = require('pg');
        function Service(options) {
          this.options = options;
          this.pool = new pg.Pool();
        }
        Service.prototype.start = function () {
          this.server = http.createServer();
          this.server.listen(this.options.port);
        };
        Service.prototype.stop = function (done) {
          this.server.close(
            function () {
              this.pool.end(done);
            }.bind(this),
          );
        };
        module.exports = Service;
      `,
      },
    },
    {
      name: 'what the superclass closes',
      files: {
        'src/main.cjs': start,
        'src/base.cjs': `
        var pg = require('pg');
        function Base(url) {
          this.pool = new pg.Pool({ connectionString: url });
        }
        Base.prototype.stop = function (done) {
          this.pool.end(done);
        };
        module.exports = Base;
      `,
        'src/service.cjs': `
        var http = require('http');
        var util = require('util');
        var Base = require('./base.cjs');
        function Service(options) {
          Base.call(this, options.url);
          this.options = options;
        }
        util.inherits(Service, Base);
        Service.prototype.start = function () {
          this.server = http.createServer();
          this.server.listen(this.options.port);
        };
        Service.prototype.stop = function (done) {
          var self = this;
          self.server.close(function () {
            Base.prototype.stop.call(self, done);
          });
        };
        module.exports = Service;
      `,
      },
    },
    {
      name: 'an inherited stop, and methods set in the constructor',
      files: {
        'src/main.cjs': start,
        'src/service.cjs': `
        var http = require('http');
        var pg = require('pg');
        function Base() {
          var self = this;
          this.pool = new pg.Pool();
          this.stop = function (done) {
            self.server.close(function () {
              self.pool.end(done);
            });
          };
        }
        function Service(options) {
          Base.apply(this, arguments);
          this.options = options;
        }
        Service.prototype = Object.create(Base.prototype);
        Service.prototype.constructor = Service;
        Service.prototype.start = function () {
          this.server = http.createServer();
          this.server.listen(this.options.port);
        };
        module.exports = Service;
      `,
      },
    },
  ],
});
