namespace IamConsole.Web.Sessions;

/// <summary>The answer to one form: being made, or made.</summary>
internal sealed class FormAnswer(string cookies)
{
    private readonly TaskCompletionSource<StoredAnswer?> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The secrets that the browser had when it sent the form for the first time.</summary>
    public string CookiesBefore { get; } = cookies;

    /// <summary>Null while it is being made.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Null when nothing came of it: then the second try is a try of its own.</summary>
    public Task<StoredAnswer?> Stored => _stored.Task;

    public void Make(StoredAnswer? answer, DateTimeOffset now)
    {
        MadeAt = now;
        _stored.TrySetResult(answer);
    }
}
