/** Shows the progress of a long evaluation on a terminal, in one line that is overwritten. */
export class Progress {
    private shown = false;
    private due = performance.now() + 1000;

    constructor(private readonly stream: NodeJS.WritableStream & { isTTY?: boolean }) {}

    readonly update = (done: number, total: number): void => {
        if (!this.stream.isTTY || performance.now() < this.due) return;
        this.stream.write(`\r${done} of ${total} clients`);
        this.shown = true;
        this.due = performance.now() + 100;
    };

    clear(): void {
        if (this.shown) this.stream.write("\r\u001b[K");
    }
}
