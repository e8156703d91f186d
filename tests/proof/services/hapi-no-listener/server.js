const Hapi = require('@hapi/hapi');

const init = async () => {
  const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' });
  server.route({
    method: 'GET',
    path: '/work',
    handler: async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return 'ok';
    },
  });
  await server.start();
};

init();
