namespace IamConsole.Web.Controls;

/// <summary>
/// One load of a page: see <see cref="LivePart.NewLoad"/>. Once a newer one has overtaken it, or the page was left, what it
/// still waits for ends it (as cancelled, which the framework takes for "nothing to show").
/// </summary>
public sealed class Load : IDisposable
{
    private readonly CancellationTokenSource _overtaken = new();

    internal Load()
    {
    }

    /// <summary>Asks something; the answer comes only to the newest load of a page that is still there.</summary>
    public async Task<T> Of<T>(Func<CancellationToken, Task<T>> question)
    {
        _overtaken.Token.ThrowIfCancellationRequested();
        var answer = await question(_overtaken.Token);
        _overtaken.Token.ThrowIfCancellationRequested();
        return answer;
    }

    /// <summary>Overtakes it. The source itself holds nothing but memory, and whoever still waits may look at its token.</summary>
    public void Dispose() => _ = _overtaken.CancelAsync();
}
