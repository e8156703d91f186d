'use strict';

const Hapi = require('@hapi/hapi');
const Knex = require('knex');

exports.init = async () => {
  const server = Hapi.server({ port: 3000 });
  const db = Knex({ client: 'pg' });

  server.ext('onPostStop', async () => {
    await db.destroy();
  });

  server.route({
    method: 'GET',
    path: '/rates',
    handler: () => db('rate').select(),
  });

  await server.initialize();
  return server;
};
