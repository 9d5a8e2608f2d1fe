/** Shows on a terminal how far a long work is, in one line that is rewritten. */
export class Progress {
    private shown = false;
    private due = performance.now() + 1000;

    constructor(private readonly stream: NodeJS.WritableStream & { isTTY?: boolean }) {}

    readonly judged = (done: number, of: number): void => {
        if (!this.stream.isTTY || performance.now() < this.due) return;
        this.stream.write(`\r${done} of ${of} clients`);
        this.shown = true;
        this.due = performance.now() + 100;
    };

    clear(): void {
        if (this.shown) this.stream.write("\r\u001b[K");
    }
}
