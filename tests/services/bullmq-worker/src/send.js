import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport(process.env.SMTP_URL);

export function send(mail) {
  return transport.sendMail(mail);
}
