module.exports = { port: process.env.PORT || 3000, mongoose: { url: process.env.MONGODB_URL, options: { useCreateIndex: true } } };
