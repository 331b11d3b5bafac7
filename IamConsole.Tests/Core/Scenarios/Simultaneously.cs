namespace IamConsole.Tests.Core.Scenarios;

internal static class Simultaneously
{
    /// <summary>Starts all at one signal, so that they really meet.</summary>
    public static async Task<T[]> RunAsync<T>(int count, Func<int, Task<T>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(async i =>
        {
            await start.Task;
            return await act(i);
        }).ToArray();
        start.SetResult();
        return await Task.WhenAll(all);
    }
}
