/** Longer texts are no names. Characters. */
const LONGEST = 4096;

/** The last part of an image's path, without tag and digest; undefined with a variable in it. */
export function imageName(reference: string): string | undefined {
  if (reference.length > LONGEST) return undefined;
  const last =
    reference
      .replaceAll(/\$\{[^}]*\}|\$\w+|\{\{.*?\}\}/gu, HOLE)
      .split('/')
      .at(-1) ?? '';
  const [name = ''] = last.split(/[:@]/u);
  return name === '' || name.includes(HOLE) ? undefined : name;
}

const HOLE = '\0';
