module.exports.charge = (request) => ({ transaction_id: `${request.amount}-${Date.now()}` });
