const http = require('http')

const server = http.createServer((req, res) => {
  setTimeout(() => res.end('ok'), 200)
})

process.on('SIGTERM', () => {
  process.exit(0)
})

server.listen(process.env.PORT, '127.0.0.1')
