const fastify = require('fastify')

const app = fastify()

app.get('/work', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200))
  return 'ok'
})

process.on('SIGTERM', () => {
  app.close()
  process.exit(0)
})

app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
