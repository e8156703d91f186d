const fs = require('fs');
const https = require('https');

const options = { key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') };

const server = https.createServer(options, (req, res) => {
  setTimeout(() => res.end('ok'), 200);
});

server.listen(process.env.PORT, '127.0.0.1');
