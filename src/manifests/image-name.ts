/** Longer texts are no names. Characters. */
const LONGEST = 4096;

/** The last part of an image's path, without tag and digest; undefined with a variable in it. */
export function imageName(reference: string): string | undefined {
  return imagePath(reference)?.split('/').at(-1);
}

/** The last two parts: `shop/cart`; the last one where the other has a variable in it. */
export function imagePath(reference: string): string | undefined {
  if (reference.length > LONGEST) return undefined;
  const parts = reference.replaceAll(/\$\{[^}]{0,500}\}|\$\w+|\{\{(?:(?!\{\{).)*?\}\}/gu, HOLE).split('/');
  const [name = ''] = parts.at(-1)?.split(/[:@]/u) ?? [];
  if (name === '' || name.includes(HOLE)) return undefined;
  const owner = parts.at(-2) ?? '';
  return owner === '' || owner.includes(HOLE) ? name : `${owner}/${name}`;
}

const HOLE = '\0';
