/** Runs an action in another current folder. */
export async function inFolder<T>(folder: string, action: () => T | Promise<T>): Promise<T> {
    const original = process.cwd();
    process.chdir(folder);
    try {
        return await action();
    } finally {
        process.chdir(original);
    }
}
