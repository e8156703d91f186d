export async function run(command) {
  try {
    await command();
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
