/** Where in a program the analysis fails. */
export class Faults {
  /** The file that was last turned to: the one at fault when something fails. */
  lookedAt: string | undefined;
  /** Files of which nothing is to be known until their text is another. */
  leftOut: ReadonlySet<string> = new Set();

  leaveOut(file: string): void {
    this.leftOut = new Set([...this.leftOut, file]);
  }

  forget(file: string): void {
    if (this.leftOut.has(file)) this.leftOut = new Set([...this.leftOut].filter((other) => other !== file));
  }
}
